from orders.money.statements.actions.book import book_line
from orders.money.statements.actions.give_back import give_back_line
from orders.money.statements.actions.keep import keep_expense, keep_transfer, leave_out_line
from orders.money.statements.actions.undo import undo_line

__all__ = [
    "book_line",
    "give_back_line",
    "keep_expense",
    "keep_transfer",
    "leave_out_line",
    "undo_line",
]
