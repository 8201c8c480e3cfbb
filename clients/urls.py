from django.urls import path

from clients import views

app_name = "clients"
urlpatterns = [
    path("", views.index, name="index"),
    path("add/", views.add, name="add"),
    path("find/", views.find, name="find"),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/edit/", views.edit, name="edit"),
]
