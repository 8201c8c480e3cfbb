from django.urls import path

from interactions import views

app_name = "interactions"
urlpatterns = [
    path("", views.index, name="index"),
    path("calls/", views.calls, name="calls"),
    path("add/<int:client_pk>/", views.add, name="add"),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/hold/", views.hold, name="hold"),
    path("<int:pk>/drop/", views.drop, name="drop"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
]
