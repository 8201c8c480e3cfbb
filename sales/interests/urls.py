from django.urls import path

from sales.interests import views

urlpatterns = [
    path("interests/", views.interests, name="interests"),
    path("interests/add/", views.add_interest, name="add_interest"),
    path("interests/find-client/", views.find_interest_client, name="find_interest_client"),
    path("interests/client/", views.interest_client, name="interest_client"),
    path("interests/<int:pk>/", views.interest, name="interest"),
    path("interests/<int:pk>/edit/", views.edit_interest, name="edit_interest"),
    path("interests/<int:pk>/answer/", views.answer_interest, name="answer_interest"),
    path("interests/<int:pk>/turn-into-deal/", views.turn_into_deal, name="turn_into_deal"),
    path("interests/<int:pk>/join-to-deal/", views.join_to_deal, name="join_to_deal"),
    path("interests/<int:pk>/postpone/", views.postpone_interest, name="postpone_interest"),
    path("interests/<int:pk>/take-up/", views.take_up_interest, name="take_up_interest"),
    path("interests/<int:pk>/refuse/", views.refuse_interest, name="refuse_interest"),
    path(
        "interests/<int:pk>/hand-over/",
        views.hand_over_interest,
        name="hand_over_interest",
    ),
    path("interests/<int:pk>/accept/", views.accept_interest, name="accept_interest"),
    path("interests/<int:pk>/decline/", views.decline_interest, name="decline_interest"),
    path("interests/<int:pk>/recall/", views.recall_interest, name="recall_interest"),
]
