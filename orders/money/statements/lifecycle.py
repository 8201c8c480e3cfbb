"""The life of a bank statement and of its lines: read, most settled by themselves, the rest by a
person; what was done wrongly is undone and stands there to be finished again."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route
from orders.money.statements import conditions

FINISH = "orders.finish_bankline"


class StatementStatus(TextChoices):
    READING = "reading", pgettext_lazy("bank statement", "Being read")
    OPEN = "open", pgettext_lazy("bank statement", "To be finished")
    FINISHED = "finished", pgettext_lazy("bank statement", "Finished")


class StatementStep(TextChoices):
    READ = "read", pgettext_lazy("bank statement step", "Read")
    FINISH = "finish", pgettext_lazy("bank statement step", "Finished")
    OPEN_AGAIN = "open_again", pgettext_lazy("bank statement step", "Opened again")


class LineStatus(TextChoices):
    READ = "read", pgettext_lazy("line of a statement", "Being read")
    OFFERED = "offered", pgettext_lazy("line of a statement", "To be finished")
    BOOKED = "booked", pgettext_lazy("line of a statement", "Booked")
    OWN_TRANSFER = "own_transfer", pgettext_lazy("line of a statement", "Own transfer")
    EXPENSE = "expense", pgettext_lazy("line of a statement", "Expense")
    REFUND = "refund", pgettext_lazy("line of a statement", "Refund")
    LEFT_OUT = "left_out", pgettext_lazy("line of a statement", "Left out")


class LineStep(TextChoices):
    OFFER = "offer", pgettext_lazy("line of a statement, step", "Left to a person")
    BOOK = "book", pgettext_lazy("line of a statement, step", "Booked")
    KEEP_TRANSFER = "keep_transfer", pgettext_lazy("line of a statement, step", "Own transfer")
    KEEP_EXPENSE = "keep_expense", pgettext_lazy("line of a statement, step", "Kept as an expense")
    GIVE_BACK = "give_back", pgettext_lazy("line of a statement, step", "Booked as a refund")
    LEAVE_OUT = "leave_out", pgettext_lazy("line of a statement, step", "Left out")
    UNDO = "undo", pgettext_lazy("line of a statement, step", "Undone")


S, L = StatementStatus, LineStatus
UNFINISHED = {L.READ, L.OFFERED}
SETTLED = set(LineStatus) - UNFINISHED
STATEMENT_ROUTES = {
    StatementStep.READ: Route({S.READING}, S.OPEN, stamp="read_at", right=FINISH, offered=False),
    StatementStep.FINISH: Route(
        {S.OPEN},
        S.FINISHED,
        must=(conditions.nothing_is_left,),
        stamp="finished_at",
        right=FINISH,
        offered=False,
    ),
    StatementStep.OPEN_AGAIN: Route({S.FINISHED}, S.OPEN, right=FINISH, offered=False),
}
LINE_ROUTES = {
    LineStep.OFFER: Route({L.READ}, L.OFFERED, right=FINISH, offered=False),
    LineStep.BOOK: Route(UNFINISHED | {L.BOOKED}, L.BOOKED, right=FINISH),
    LineStep.KEEP_TRANSFER: Route(UNFINISHED, L.OWN_TRANSFER, right=FINISH),
    LineStep.KEEP_EXPENSE: Route(UNFINISHED | {L.EXPENSE}, L.EXPENSE, right=FINISH),
    LineStep.GIVE_BACK: Route(UNFINISHED, L.REFUND, right=FINISH),
    LineStep.LEAVE_OUT: Route(UNFINISHED, L.LEFT_OUT, right=FINISH),
    LineStep.UNDO: Route(SETTLED, L.OFFERED, right=FINISH),
}
STATEMENT_LIFE = Life(
    StatementStep, STATEMENT_ROUTES, "orders.bankstatement", states=StatementStatus
)
LINE_LIFE = Life(LineStep, LINE_ROUTES, "orders.bankline", states=LineStatus)
