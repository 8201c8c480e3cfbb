from orders.money.actions.cash_shift import (
    close_cash_shift,
    open_cash_shift,
    undo_withdrawal,
    withdraw_cash,
)
from orders.money.actions.payments import correct, refund, take_payment
from orders.money.actions.receipt import write_receipt

__all__ = [
    "close_cash_shift",
    "correct",
    "open_cash_shift",
    "refund",
    "take_payment",
    "undo_withdrawal",
    "withdraw_cash",
    "write_receipt",
]
