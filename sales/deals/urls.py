from django.urls import path

from sales.deals import views

urlpatterns = [
    path("deals/", views.deals, name="deals"),
    path("deals/board/", views.deals_board, name="deals_board"),
    path("deals/add/", views.add_deal, name="add_deal"),
    path("deals/<int:pk>/", views.deal, name="deal"),
    path("deals/<int:pk>/edit/", views.edit_deal, name="edit_deal"),
    path("deals/<int:pk>/move/<int:stage_pk>/", views.move_deal, name="move_deal"),
    path("deals/<int:pk>/win/", views.win_deal, name="win_deal"),
    path("deals/<int:pk>/lose/", views.lose_deal, name="lose_deal"),
    path("deals/<int:pk>/reopen/", views.reopen_deal, name="reopen_deal"),
    path("deals/<int:pk>/renew/", views.renew_deal, name="renew_deal"),
    path("deals/<int:pk>/link-order/", views.link_order, name="link_order"),
    path("deals/<int:pk>/add-participant/", views.add_participant, name="add_participant"),
    path(
        "deals/<int:pk>/participants/<int:participant_pk>/remove/",
        views.remove_participant,
        name="remove_participant",
    ),
    path("deals/<int:pk>/note-offer/", views.note_offer, name="note_offer"),
    path("deals/<int:pk>/offers/<int:offer_pk>/remove/", views.remove_offer, name="remove_offer"),
    path("deals/<int:pk>/score-risk/", views.score_risk, name="score_risk"),
    path("clients/<int:pk>/assess/", views.assess_client, name="assess_client"),
    path("deals/<int:pk>/hand-over/", views.hand_over_deal, name="hand_over_deal"),
    path("deals/<int:pk>/accept/", views.accept_deal, name="accept_deal"),
    path("deals/<int:pk>/decline/", views.decline_deal, name="decline_deal"),
    path("deals/<int:pk>/recall/", views.recall_deal, name="recall_deal"),
]
