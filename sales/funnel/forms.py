from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import AdSource, Segment
from company.models import Employee
from core import clock
from core.reports import PeriodForm
from core.widgets import DayInput
from sales.models import SaleProcess


def usual_process() -> SaleProcess | None:
    return SaleProcess.objects.active().first()


class WhoseForm(forms.Form):
    """Whose deals are counted."""

    process = forms.ModelChoiceField(
        label=pgettext_lazy("sales", "Process"),
        queryset=SaleProcess.objects.all(),
        empty_label=None,
    )
    responsible = forms.ModelChoiceField(
        label=_("Manager"),
        queryset=Employee.objects.to_choose_from(),
        required=False,
        empty_label=_("All"),
    )
    ad_source = forms.ModelChoiceField(
        label=_("Ad source"),
        queryset=AdSource.objects.all(),
        required=False,
        empty_label=_("All"),
    )
    segment = forms.ModelChoiceField(
        label=pgettext_lazy("clients", "Segment"),
        queryset=Segment.objects.none(),
        required=False,
        empty_label=_("All"),
    )

    def narrow(self, user):
        self.fields["segment"].queryset = Segment.objects.visible_to(user).order_by("folded_name")


class CohortForm(WhoseForm, PeriodForm):
    """The period in which deals were opened."""

    field_order = ["process", "since", "until"]

    def clean(self):
        data = super().clean()
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            raise forms.ValidationError(_("The period ends before it begins."))
        return data


class SnapshotForm(WhoseForm):
    on = forms.DateField(label=_("At the end of"), required=False, widget=DayInput)

    field_order = ["process", "on"]

    def clean_on(self):
        return min(self.cleaned_data["on"] or clock.today(), clock.today())
