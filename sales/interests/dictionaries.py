from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import ProductGroup
from company.dictionaries import Dictionary, dictionary
from company.forms.entry import EntryForm
from company.models import Department, Employee
from sales.interests.lifecycle import CHANGE
from sales.models import AnswerRule

WHOM = ("employee", "department", "role")


class AnswerRuleForm(EntryForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kept = self.instance
        self.fields["product_group"].queryset = ProductGroup.objects.offered(kept.product_group_id)
        self.fields["department"].queryset = Department.objects.offered(kept.department_id)
        self.fields["employee"].queryset = Employee.objects.with_rights(CHANGE)

    def clean(self):
        """Of the three only what the rule speaks of is kept."""
        typed = super().clean()
        who = typed.get("who")
        for name in WHOM:
            if name != who:
                typed[name] = None
            elif not typed.get(name):
                self.add_error(name, _("Choose who answers by this rule."))
        return typed


@dictionary
class AnswerRules(Dictionary):
    code = "answer-rules"
    model = AnswerRule
    title = gettext_lazy("Who answers interests")
    help = gettext_lazy(
        "The rules are asked from the top: the first one that fits and names somebody who is at "
        "work today names who answers. Where none does, whoever took the interest down answers."
    )
    section = "sales"
    icon = "route"
    right = "sales.change_answerrule"
    fields = ("name", "product_group", "who", "employee", "department", "role")
    form = AnswerRuleForm
    in_nav = True
    order = 80
