from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from clients.models import AdSource
from core.fields import NumberField, PlainTextField
from core.forms import VerbForm
from core.money import ZERO
from core.widgets import DayInput
from sales.deals.actions import DealContent
from sales.models import Competitor, LossReason, SaleProcess


class DealForm(VerbForm):
    """What a deal says of itself; `only` leaves the fields that a stage asks for."""

    title = PlainTextField(label=_("What it is about"), max_length=200)
    wish = PlainTextField(
        label=_("The wish in the client's words"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    product_groups = forms.ModelMultipleChoiceField(
        label=_("Product groups"),
        queryset=ProductGroup.objects.active(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    expected_sum = NumberField(
        label=_("Expected sum"), max_digits=12, decimal_places=2, required=False
    )
    expected_on = forms.DateField(label=_("Expected closing"), required=False, widget=DayInput)
    ad_source = forms.ModelChoiceField(
        label=_("Ad source"), queryset=AdSource.objects.active(), required=False
    )

    def __init__(self, *args, only=None, deal=None, **kwargs):
        super().__init__(*args, **kwargs)
        current = deal.ad_source_id if deal else None
        self.fields["ad_source"].queryset = AdSource.objects.offered(current)
        for name in [name for name in self.fields if only is not None and name not in only]:
            del self.fields[name]
        for field in self.fields.values() if only is not None else ():
            field.required = True

    @classmethod
    def of(cls, deal, data=None, only=None):
        kept = {name: getattr(deal, name) for name in cls.base_fields if name != "product_groups"}
        kept |= {"product_groups": deal.product_groups.all()}
        return cls(data, initial=kept, only=only, deal=deal)

    def clean_expected_sum(self):
        return self.cleaned_data["expected_sum"] or ZERO


class AddDealForm(DealForm):
    process = forms.ModelChoiceField(
        label=_("Process of sale"), queryset=SaleProcess.objects.active(), empty_label=None
    )
    field_order = ("title", "process", "wish", "product_groups", "expected_sum", "expected_on")

    def content(self) -> DealContent:
        said = {name: self.cleaned_data[name] for name in DealForm.base_fields}
        return DealContent(**said | {"product_groups": tuple(said["product_groups"])})


class NoteForm(VerbForm):
    note = PlainTextField(
        label=_("Remark"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class LoseForm(NoteForm):
    reason = forms.ModelChoiceField(
        label=_("Reason of the loss"), queryset=LossReason.objects.active()
    )
    lost_to = forms.ModelChoiceField(
        label=_("Lost to"),
        queryset=Competitor.objects.active(),
        required=False,
        empty_label=pgettext_lazy("competitor", "Nobody or not known"),
    )
    field_order = ("reason", "lost_to", "note")


class WinForm(NoteForm):
    orders = forms.ModelMultipleChoiceField(
        label=_("Work orders that it has become"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Orders of this client that belong to no deal yet."),
    )
    field_order = ("orders", "note")

    def __init__(self, *args, orders, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["orders"].queryset = orders
        if not orders.exists():
            del self.fields["orders"]
