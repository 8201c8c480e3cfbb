"""The verbs of orders, as other apps and pages call them."""

from orders.money.actions import correct, refund, take_payment
from orders.work_orders.actions import (
    accept,
    allow_debt,
    archive,
    arrive,
    calculate,
    cancel,
    check,
    edit,
    finish,
    hand_over,
    send_back,
    send_document,
    start,
    take,
)

__all__ = [
    "accept",
    "allow_debt",
    "archive",
    "arrive",
    "calculate",
    "cancel",
    "check",
    "correct",
    "edit",
    "finish",
    "hand_over",
    "refund",
    "send_back",
    "send_document",
    "start",
    "take",
    "take_payment",
]
