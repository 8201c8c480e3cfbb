from django.urls import path

from orders.money import views as money
from orders.work_orders import views

app_name = "orders"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("take/", views.take, name="take"),
    path("quote/", views.quote, name="quote"),
    path("add-line/", views.add_line, name="add_line"),
    path("find-client/", views.find_client, name="find_client"),
    path("likely-duplicates/", views.likely_duplicates, name="likely_duplicates"),
    path("client-choice/", views.client_choice, name="client_choice"),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/accept/", views.accept, name="accept"),
    path("<int:pk>/history/", views.history, name="history"),
    path("<int:pk>/papers/", views.papers, name="papers"),
    path("<int:pk>/positions/<int:position_pk>/explain/", views.explain, name="explain"),
    path("<int:pk>/hold/", views.hold, name="hold"),
    path("<int:pk>/resume/", views.resume, name="resume"),
    path("<int:pk>/arrive/", views.arrive, name="arrive"),
    path("<int:pk>/return-for-rework/", views.return_for_rework, name="return_for_rework"),
    path("<int:pk>/hand-over/", views.hand_over, name="hand_over"),
    path("<int:pk>/allow-debt/", views.allow_debt, name="allow_debt"),
    path("<int:pk>/archive/", views.archive, name="archive"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
    path(
        "<int:pk>/documents/<int:document_pk>/send-document/",
        views.send_document,
        name="send_document",
    ),
    path("<int:pk>/take-payment/", money.take_payment, name="take_payment"),
    path("<int:pk>/refund/", money.refund, name="refund"),
    path("payments/", money.payments, name="payments"),
    path("payments/<int:pk>/correct/", money.correct, name="correct"),
    path("payments/<int:pk>/write-receipt/", money.write_receipt, name="write_receipt"),
    path("cash-shift/", money.cash_shift, name="cash_shift"),
    path("cash-shift/open/", money.open_cash_shift, name="open_cash_shift"),
    path("cash-shifts/", money.cash_shifts, name="cash_shifts"),
    path("cash-shifts/<int:pk>/", money.cash_shift_card, name="cash_shift_card"),
    path("cash-shifts/<int:pk>/withdraw/", money.withdraw_cash, name="withdraw_cash"),
    path("cash-shifts/<int:pk>/close/", money.close_cash_shift, name="close_cash_shift"),
]
