from django.utils.translation import gettext_lazy as _

from company.dictionaries import Dictionary, dictionary
from orders.models import DebtRule
from orders.money.debts.forms import DebtRuleForm


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
