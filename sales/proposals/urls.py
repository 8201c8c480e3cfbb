from django.urls import path

from sales.proposals import views

urlpatterns = [
    path("proposals/", views.proposals, name="proposals"),
    path("proposals/prepare/", views.prepare_proposal, name="prepare_proposal"),
    path("proposals/quote/", views.quote_proposal, name="quote_proposal"),
    path("proposals/add-line/", views.add_proposal_line, name="add_proposal_line"),
    path("proposals/words/", views.proposal_words, name="proposal_words"),
    path("proposals/<int:pk>/", views.proposal, name="proposal"),
    path("proposals/<int:pk>/change/", views.change_proposal, name="change_proposal"),
    path("proposals/<int:pk>/compare/", views.compare_revisions, name="compare_revisions"),
    path("proposals/<int:pk>/send/", views.send_proposal, name="send_proposal"),
    path("proposals/<int:pk>/give/", views.give_proposal, name="give_proposal"),
    path("proposals/<int:pk>/accept/", views.accept_proposal, name="accept_proposal"),
    path("proposals/<int:pk>/decline/", views.decline_proposal, name="decline_proposal"),
    path("proposals/<int:pk>/revise/", views.revise_proposal, name="revise_proposal"),
    path("proposals/<int:pk>/withdraw/", views.withdraw_proposal, name="withdraw_proposal"),
    path("proposals/<int:pk>/order/", views.order_proposal, name="order_proposal"),
    path("proposals/<int:pk>/invoice/", views.invoice_proposal, name="invoice_proposal"),
    path(
        "proposals/<int:pk>/pictures/<int:file_pk>/remove/",
        views.remove_picture,
        name="remove_picture",
    ),
    path("proposals/<int:pk>/deal/", views.put_into_deal, name="put_into_deal"),
    path("shown-proposal/<str:token>/", views.shown_proposal, name="shown_proposal"),
    path("shown-proposal/<str:token>/open/", views.open_proposal, name="open_proposal"),
    path("shown-proposal/<str:token>/answer/", views.answer_proposal, name="answer_proposal"),
    path(
        "shown-proposal/<str:token>/pictures/<int:file_pk>/",
        views.shown_picture,
        name="shown_picture",
    ),
    path("shown-proposal/<str:token>/pdf/", views.shown_proposal_pdf, name="shown_proposal_pdf"),
]
