from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.forms import RuleMixin, weekdays_field
from company.models import Department
from tasks.fields import may_be_asked
from tasks.models import RecurringTask, TaskTemplate


class RecurringForm(RuleMixin, forms.ModelForm):
    weekdays = weekdays_field()

    class Meta:
        model = RecurringTask
        fields = ["template", "people", "department", "period", "weekdays", "month_day"]
        widgets = {
            "people": forms.SelectMultiple(
                attrs={"data-search": True, "data-remove": gettext_lazy("Not this one")}
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kept = self.instance
        self.fields["template"].queryset = TaskTemplate.objects.offered(kept.template_id)
        self.fields["department"].queryset = Department.objects.offered(kept.department_id)
        for name in ("template", "department"):
            self.fields[name].empty_label = "\u2014"
        self.fields["period"].choices = RecurringTask.Period.choices
        self.fields["people"].queryset = may_be_asked()
        self.fields["people"].label_from_instance = lambda person: person.full_name

    def clean(self):
        typed = super().clean()
        if not typed.get("people") and not typed.get("department"):
            self.add_error("people", _("Say who is to do it."))
        return typed
