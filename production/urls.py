from django.urls import path

from production import views

app_name = "production"
urlpatterns = [
    path("queue/", views.queue, name="queue"),
    path("<int:pk>/", views.position, name="position"),
    path("<int:pk>/print-labels/", views.print_labels, name="print_labels"),
    path("<int:pk>/start/", views.start, name="start"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/check/", views.check, name="check"),
    path("<int:pk>/see-change/", views.see_change, name="see_change"),
    path("<int:pk>/send-back/", views.send_back, name="send_back"),
    path("<int:pk>/who/<slug:step>/", views.who, name="who"),
    path("<int:pk>/ask/", views.ask, name="ask"),
    path("questions/<int:pk>/answer/", views.answer, name="answer"),
    path("orders/<int:pk>/notes/", views.notes, name="notes"),
    path("transport/", views.transport, name="transport"),
    path("transport/offices/<int:pk>/load/", views.load, name="load"),
    path("transport/lists/", views.transport_lists, name="transport_lists"),
    path("transport/lists/<int:pk>/", views.transport_list, name="transport_list"),
    path("transport/lists/<int:pk>/unload/", views.unload, name="unload"),
    path("transport/lists/<int:pk>/depart/", views.depart, name="depart"),
    path("transport/lists/<int:pk>/arrive/", views.arrive, name="arrive"),
]
