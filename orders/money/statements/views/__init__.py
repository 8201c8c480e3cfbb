from orders.money.statements.views.line import bank_line, bank_lines
from orders.money.statements.views.statement import (
    read_statement_again,
    statement,
    statement_file,
    statements,
    upload_statement,
)
from orders.money.statements.views.verbs import (
    book_line,
    give_back_line,
    keep_expense,
    keep_transfer,
    leave_out_line,
    undo_line,
)

__all__ = [
    "bank_line",
    "bank_lines",
    "book_line",
    "give_back_line",
    "keep_expense",
    "keep_transfer",
    "leave_out_line",
    "read_statement_again",
    "statement",
    "statement_file",
    "statements",
    "undo_line",
    "upload_statement",
]
