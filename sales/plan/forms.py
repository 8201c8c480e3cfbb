from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.fields import PlainTextField
from core.forms import VerbForm
from core.widgets import DayInput
from orders.money.fields import MoneyField
from sales.plan.actions.draft_plan import PlanContent, Source
from sales.plan.cells import Row, called

TEXT = {"widget": forms.Textarea(attrs={"rows": 3})}


class AddPlanForm(VerbForm):
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    source = forms.ChoiceField(label=_("Begin with"), choices=Source, initial=Source.FACT)
    growth_percent = forms.DecimalField(
        label=_("Growth, %"),
        required=False,
        min_value=-99,
        max_value=1000,
        max_digits=5,
        decimal_places=1,
        localize=True,
        help_text=_("Added to every sum that is copied; below zero: a fall."),
    )
    by_group = forms.BooleanField(label=_("By product group"), required=False)
    by_clientele = forms.BooleanField(label=_("By new and regular clients"), required=False)
    note = PlainTextField(label=_("Why this version"), max_length=300, required=False)

    def content(self) -> PlanContent:
        typed = self.cleaned_data
        return PlanContent(**typed | {"growth_percent": typed["growth_percent"] or 0})


class RemarkForm(VerbForm):
    text = PlainTextField(label=_("What is to be done"), max_length=2000, **TEXT)
    back_on = forms.DateField(
        label=_("Comes back to you on"),
        widget=DayInput,
        help_text=_("With the difference of then."),
        initial=lambda: clock.today() + timedelta(days=7),
    )


class CorrectForm(VerbForm):
    row = forms.ChoiceField(label=_("Which part of the plan"))
    amount = MoneyField(label=_("New plan, ₽"), min_value=0)
    note = PlainTextField(label=_("Why the plan is corrected"), max_length=300)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["row"].choices = [(str(row.key), called(row)) for row in rows]
        if len(rows) == 1:
            self.fields["row"].widget = forms.HiddenInput()
            self.fields["row"].initial = str(rows[0].key)

    def clean_row(self):
        return Row.read(self.cleaned_data["row"])


class ForecastForm(VerbForm):
    new = MoneyField(label=_("New clients, ₽"), min_value=0, required=False)
    regular = MoneyField(label=_("Regular clients, ₽"), min_value=0, required=False)
    remark = PlainTextField(
        label=_("Why you expect another sum"),
        max_length=500,
        required=False,
        help_text=_("Empty sums: as it is reckoned."),
        **TEXT,
    )
