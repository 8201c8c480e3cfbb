from django.urls import path

from interactions import views

app_name = "interactions"
urlpatterns = [
    path("", views.index, name="index"),
    path("register/", views.register, name="register"),
    path("calls/", views.calls, name="calls"),
    path("following/", views.following, name="following"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/events/", views.events, name="events"),
    path("calendar/feed/", views.feed, name="feed"),
    path("calendar/make-feed/", views.make_feed, name="make_feed"),
    path("calendar/revoke-feed/", views.revoke_feed, name="revoke_feed"),
    path("calendar/<str:token>.ics", views.subscription, name="subscription"),
    path("calendar/<slug:code>/<int:pk>/drag/", views.drag, name="drag"),
    path("with-whom/", views.with_whom, name="with_whom"),
    path("add/<int:client_pk>/", views.add, name="add"),
    path("note/<int:client_pk>/", views.note, name="note"),
    path("regulations/", views.regulations, name="regulations"),
    path("regulations/add/", views.add_regulation, name="add_regulation"),
    path("regulations/count/", views.count_regulation, name="count_regulation"),
    path("regulations/due/", views.contacts_due, name="contacts_due"),
    path("regulations/<int:pk>/edit/", views.edit_regulation, name="edit_regulation"),
    path(
        "regulations/<int:pk>/switch-off/",
        views.switch_off_regulation,
        name="switch_off_regulation",
    ),
    path(
        "regulations/<int:pk>/switch-on/",
        views.switch_on_regulation,
        name="switch_on_regulation",
    ),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/hold/", views.hold, name="hold"),
    path("<int:pk>/drop/", views.drop, name="drop"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
    path("<int:pk>/hand-over/", views.hand_over, name="hand_over"),
    path("<int:pk>/hand-over/accept/", views.accept, name="accept"),
    path("<int:pk>/hand-over/decline/", views.decline, name="decline"),
    path("<int:pk>/hand-over/recall/", views.recall, name="recall"),
    path("<int:pk>/move/", views.move, name="move"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
    path("<int:pk>/remind/", views.remind, name="remind"),
    path("<int:pk>/snooze/", views.snooze, name="snooze"),
]
