from orders.work_orders.views.approvals import approvals, ask_debt
from orders.work_orders.views.archive import archive
from orders.work_orders.views.arrive import arrive
from orders.work_orders.views.board import board
from orders.work_orders.views.cancel import cancel
from orders.work_orders.views.card import card
from orders.work_orders.views.client import client_choice, find_client, likely_duplicates
from orders.work_orders.views.hand_over import allow_debt, hand_over
from orders.work_orders.views.hold import hold, resume
from orders.work_orders.views.index import index
from orders.work_orders.views.looked_up import explain, history, papers
from orders.work_orders.views.make_acts import make_acts
from orders.work_orders.views.new import accept, add_line, edit, new, quote, take
from orders.work_orders.views.photos import add_photo
from orders.work_orders.views.print_batch import print_batch
from orders.work_orders.views.print_labels import print_labels
from orders.work_orders.views.remake import remake
from orders.work_orders.views.return_for_rework import return_for_rework
from orders.work_orders.views.send_document import send_document

__all__ = [
    "accept",
    "add_line",
    "add_photo",
    "allow_debt",
    "approvals",
    "archive",
    "arrive",
    "ask_debt",
    "board",
    "cancel",
    "card",
    "client_choice",
    "edit",
    "explain",
    "find_client",
    "hand_over",
    "history",
    "hold",
    "index",
    "likely_duplicates",
    "make_acts",
    "new",
    "papers",
    "print_batch",
    "print_labels",
    "quote",
    "remake",
    "resume",
    "return_for_rework",
    "send_document",
    "take",
]
