from django.urls import path

from sales.processes import views

urlpatterns = [
    path("processes/", views.processes, name="processes"),
    path("processes/add/", views.add_process, name="add_process"),
    path("processes/<int:pk>/", views.process, name="process"),
    path("processes/<int:pk>/switch/", views.switch_process, name="switch_process"),
]
