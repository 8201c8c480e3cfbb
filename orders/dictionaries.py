"""What the money of the firm is spent on, and whatever else of orders the firm names itself."""

from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from orders.models import ExpenseKind


@dictionary
class ExpenseKinds(Dictionary):
    code = "expense-kinds"
    model = ExpenseKind
    title = _("Kinds of expenses")
    help = _("What outgoing lines of bank statements were spent on.")
    section = "money"
    right = "orders.finish_bankline"
    fields = ("name",)
    order = 81
