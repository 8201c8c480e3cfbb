"""Lists of the firm's own about orders and their money."""

from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from orders.models import DebtRule, ExpenseKind
from orders.money.debts.forms import DebtRuleForm


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


@dictionary
class DebtRules(Dictionary):
    code = "debt-steps"
    model = DebtRule
    title = _("Steps of overdue debts")
    help = _(
        "What is done so many calendar days after an invoice was to be paid, on working mornings. "
        "A client of several segments goes by the smallest. Disputed invoices wait. Credit that "
        "was stopped is given back by a person."
    )
    section = "money"
    icon = "stairs-up"
    right = "orders.change_debtrule"
    fields = ("days", "measure", "segment")
    form = DebtRuleForm
    in_nav = True
    order = 78
