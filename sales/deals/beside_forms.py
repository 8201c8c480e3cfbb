from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import ContactPerson
from core.fields import NumberField, PlainTextField
from core.forms import VerbForm
from core.widgets import DayInput
from sales.deals.scoring import PROSPECTS, RISK
from sales.models import Competitor


class ParticipantForm(VerbForm):
    person = forms.ModelChoiceField(label=_("Contact person"), queryset=None)
    part = forms.ChoiceField(
        label=_("Part in this purchase"),
        choices=[("", _("As on the client's card")), *ContactPerson.Part.choices],
        required=False,
    )
    note = PlainTextField(label=_("Note"), max_length=250, required=False)

    def __init__(self, *args, deal, **kwargs):
        super().__init__(*args, **kwargs)
        people = ContactPerson.objects.filter(client=deal.client_id, left_on=None)
        self.fields["person"].queryset = people.exclude(pk__in=deal.people.values("person"))


class OfferForm(VerbForm):
    competitor = forms.ModelChoiceField(label=_("Competitor"), queryset=Competitor.objects.active())
    what = PlainTextField(label=_("What they offer"), max_length=250, required=False)
    price = NumberField(label=_("Their price"), max_digits=12, decimal_places=2, required=False)
    source = PlainTextField(label=_("How we know"), max_length=250, required=False)
    known_on = forms.DateField(
        label=_("Known on"), required=False, widget=DayInput, help_text=_("Empty: today.")
    )


class _ScoreForm(VerbForm):
    factors = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = {
            factor.code: forms.ChoiceField(
                label=factor.label, choices=factor.choices(), widget=forms.RadioSelect
            )
            for factor in self.factors
            if factor.find is None
        }
        self.fields = {**asked, **self.fields}


class RiskForm(_ScoreForm):
    factors = RISK
    note = PlainTextField(label=_("Note"), max_length=250, required=False)


class OutlookForm(_ScoreForm):
    factors = PROSPECTS
    yearly_sum = NumberField(
        label=_("May order a year, ₽"), max_digits=12, decimal_places=2, required=False
    )
    note = PlainTextField(
        label=pgettext_lazy("client", "Prospects in words"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
