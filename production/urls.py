from django.urls import path

from production import views

app_name = "production"
urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("<int:pk>/", views.position, name="position"),
    path("<int:pk>/start/", views.start, name="start"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/check/", views.check, name="check"),
    path("<int:pk>/send-back/", views.send_back, name="send_back"),
    path("transport/", views.transport, name="transport"),
    path("transport/<int:pk>/arrive/", views.arrive, name="arrive"),
]
