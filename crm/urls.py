from django.contrib.auth import views as auth
from django.urls import include, path

from core.views import healthz
from crm.views import Login

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("login/", Login.as_view(), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("company/", include("company.urls")),
    path("clients/", include("clients.urls")),
    path("interactions/", include("interactions.urls")),
    path("catalog/", include("catalog.urls")),
    path("orders/", include("orders.urls")),
    path("production/", include("production.urls")),
    path("", include("core.urls")),
]
