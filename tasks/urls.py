from django.urls import path

from tasks import views

app_name = "tasks"
urlpatterns = [
    path("", views.index, name="index"),
    path("board/", views.board, name="board"),
    path("add/", views.add, name="add"),
    path("ask/", views.ask, name="ask"),
    path("about/", views.about, name="about"),
    path("recurring/", views.recurring, name="recurring"),
    path("recurring/add/", views.add_recurring, name="add_recurring"),
    path("recurring/<int:pk>/", views.edit_recurring, name="edit_recurring"),
    path("recurring/<int:pk>/switch/", views.switch_recurring, name="switch_recurring"),
    path("items/<int:pk>/tick/", views.tick, name="tick"),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/begin/", views.begin, name="begin"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/accept/", views.accept, name="accept"),
    path("<int:pk>/return-for-rework/", views.return_for_rework, name="return_for_rework"),
    path("<int:pk>/decline/", views.decline, name="decline"),
    path("<int:pk>/readdress/", views.readdress, name="readdress"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
    path("<int:pk>/remind/", views.remind, name="remind"),
    path("<int:pk>/add-item/", views.add_item, name="add_item"),
]
