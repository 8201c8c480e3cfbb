from orders.money.views.cash_shift import (
    cash_shift,
    cash_shift_card,
    cash_shifts,
    close_cash_shift,
    open_cash_shift,
    undo_withdrawal,
    withdraw_cash,
)
from orders.money.views.payments import correct, payments, refund, take_payment
from orders.money.views.receipt import write_receipt

__all__ = [
    "cash_shift",
    "cash_shift_card",
    "cash_shifts",
    "close_cash_shift",
    "correct",
    "open_cash_shift",
    "payments",
    "refund",
    "take_payment",
    "undo_withdrawal",
    "withdraw_cash",
    "write_receipt",
]
