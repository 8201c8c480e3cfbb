from orders.work_orders.actions.accept import accept
from orders.work_orders.actions.allow_debt import allow_debt
from orders.work_orders.actions.archive import archive
from orders.work_orders.actions.arrive import arrive
from orders.work_orders.actions.ask_debt import ask_debt
from orders.work_orders.actions.calculate import calculate, edit
from orders.work_orders.actions.cancel import cancel
from orders.work_orders.actions.hand_over import hand_over
from orders.work_orders.actions.hold import hold, resume
from orders.work_orders.actions.load import load, unload
from orders.work_orders.actions.make_acts import make_acts
from orders.work_orders.actions.print_batch import print_batch
from orders.work_orders.actions.print_labels import print_labels
from orders.work_orders.actions.remake import remake
from orders.work_orders.actions.return_for_rework import return_for_rework
from orders.work_orders.actions.send_document import send_document
from orders.work_orders.actions.shop import check, finish, send_back, start
from orders.work_orders.actions.take import take

__all__ = [
    "accept",
    "allow_debt",
    "archive",
    "arrive",
    "ask_debt",
    "calculate",
    "cancel",
    "check",
    "edit",
    "finish",
    "hand_over",
    "hold",
    "load",
    "make_acts",
    "print_batch",
    "print_labels",
    "remake",
    "resume",
    "return_for_rework",
    "send_back",
    "send_document",
    "start",
    "take",
    "unload",
]
