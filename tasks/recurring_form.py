from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Department
from company.models.recurrence import WEEKDAYS
from tasks.fields import may_be_asked
from tasks.models import RecurringTask, TaskTemplate

WEEKDAY_CHOICES = list(enumerate(WEEKDAYS, start=1))


class RecurringForm(forms.ModelForm):
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Days of the week"),
        choices=WEEKDAY_CHOICES,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

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
        if typed.get("period") == RecurringTask.Period.WEEKLY and not typed.get("weekdays"):
            self.add_error("weekdays", _("Choose the days of the week."))
        if typed.get("period") == RecurringTask.Period.MONTHLY and not typed.get("month_day"):
            self.add_error("month_day", _("Name the day of the month."))
        return typed
