from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from core.views import favicon, healthz, today
from crm.views import Login
from production.views import scan

urlpatterns = [
    path("", today, name="today"),
    path("healthz", healthz, name="healthz"),
    path("favicon.ico", favicon, name="favicon"),
    path("login/", Login.as_view(), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("password/", auth.PasswordChangeView.as_view(), name="password_change"),
    path("password/changed/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("company/", include("company.urls")),
    path("clients/", include("clients.urls")),
    path("interactions/", include("interactions.urls")),
    path("tasks/", include("tasks.urls")),
    path("catalog/", include("catalog.urls")),
    path("orders/", include("orders.urls")),
    path("production/", include("production.urls")),
    path("sales/", include("sales.urls")),
    path("q/<int:pk>/", scan, name="scan"),  # short: it stands in the codes of labels
    path("", include("core.urls")),
]
