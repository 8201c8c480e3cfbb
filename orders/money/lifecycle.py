"""The life of a cash shift, and what becomes of the cash register's receipt for a payment."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route


class ShiftStatus(TextChoices):
    OPEN = "open", pgettext_lazy("cash shift", "Open")
    CLOSED = "closed", pgettext_lazy("cash shift", "Closed")


class ShiftStep(TextChoices):
    CLOSE = "close", pgettext_lazy("cash shift step", "Close the cash shift")


SHIFT_ROUTES = {
    ShiftStep.CLOSE: Route({ShiftStatus.OPEN}, ShiftStatus.CLOSED, stamp="closed_at"),
}
SHIFT_LIFE = Life(ShiftStep, SHIFT_ROUTES, "orders.cashshift", states=ShiftStatus)


class ReceiptState(TextChoices):
    DUE = "due", pgettext_lazy("receipt of the cash register", "Receipt due")
    NOT_NEEDED = "not_needed", pgettext_lazy("receipt of the cash register", "No receipt needed")
    GIVEN = "given", pgettext_lazy("receipt of the cash register", "Receipt given")
