from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils.translation import gettext_lazy as _

from catalog import wording
from catalog.models import Norm, Price, PriceLevel, PurchasePrice
from catalog.models.discount_rule import value_figures
from catalog.price_pages import Bought, Group, bought_on
from catalog.vocabulary import Family, Kind, ProcessingKind, Unit
from clients.actions import TERMS_RIGHT
from clients.forms import drop_hidden
from clients.models import Client, Segment
from company.forms.entry import EntryForm
from core import clock
from core.fields import NumberField, PlainTextField

_DAY = {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}
_MINUTES = {"minutes_per_unit": NumberField, "setup_minutes": NumberField}


class PriceForm(forms.ModelForm):
    """The next price of one item; what the item does not have is not asked."""

    valid_from = forms.DateField(label=_("Valid from"), **_DAY)

    class Meta:
        model = Price
        fields = ("thickness_mm", "width_to_mm", "curved", "level", "amount", "valid_from")
        localized_fields = ("amount",)
        field_classes = {"amount": NumberField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amount"].widget.attrs["autofocus"] = True
        self.initial["valid_from"] = clock.today()
        self.fields["level"].queryset = PriceLevel.objects.active()
        self.fields["level"].empty_label = _("Common price")
        for name in self._not_asked():
            del self.fields[name]

    def _not_asked(self):
        if self.instance.target_name != "processing":
            return ["thickness_mm", "width_to_mm", "curved"]
        facts = self.instance.processing
        sized = facts.kind in (ProcessingKind.FACET, ProcessingKind.DRILLING)
        return [
            *([] if sized else ["width_to_mm"]),
            *([] if facts.unit == Unit.M else ["curved"]),
        ]

    def clean_valid_from(self):
        day = self.cleaned_data["valid_from"]
        if day < clock.today():
            raise forms.ValidationError(
                _("A price begins today or later: what was calculated before stays as it is.")
            )
        return day


class AmountForm(forms.ModelForm):
    class Meta:
        model = Price
        fields = ("amount",)
        localized_fields = ("amount",)
        field_classes = {"amount": NumberField}


class NormForm(forms.ModelForm):
    class Meta:
        model = Norm
        fields = ("stage", "kind", "processing", "unit", "minutes_per_unit", "setup_minutes")
        localized_fields = ("minutes_per_unit", "setup_minutes")
        field_classes = _MINUTES


class MinutesForm(forms.ModelForm):
    class Meta:
        model = Norm
        fields = ("minutes_per_unit", "setup_minutes")
        localized_fields = "__all__"
        field_classes = _MINUTES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            self.initial[name] = wording.number(self.initial[name])
            field.widget = forms.TextInput(
                attrs={
                    "class": "form-control numeric-input",
                    "inputmode": "decimal",
                    "data-number": "",
                    "aria-label": f"{self.instance}: {self.fields[name].label}",
                }
            )


MinutesFormSet = forms.modelformset_factory(Norm, form=MinutesForm, extra=0)


class CodedForm(EntryForm):
    """Lines name entries by a code that nobody has to think of: it is made once and stays."""

    def save(self, commit=True):
        if not self.instance.code:
            self.instance.code = self._free_code()
        return super().save(commit)

    def _free_code(self):
        model = self._meta.model
        last = model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        return f"{model._meta.model_name}-{last + 1}"


class ProcessingForm(CodedForm):
    families = forms.MultipleChoiceField(
        label=_("Families of materials"),
        choices=Family,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all."),
    )
    widths_mm = SimpleArrayField(
        forms.IntegerField(min_value=1, max_value=500),
        label=_("Widths offered, mm"),
        required=False,
        help_text=_("For a facet, separated by commas."),
    )


class ProductGroupForm(EntryForm):
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of lines"), choices=Kind, widget=forms.CheckboxSelectMultiple
    )
    families = forms.MultipleChoiceField(
        label=_("Families of materials"),
        choices=Family,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all."),
    )


class DiscountRuleForm(EntryForm):
    """Of the figures of clients those that are numbers; of the segments those for everybody."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        shared = Segment.objects.filter(is_shared=True).order_by("folded_name")
        kept = Segment.objects.filter(pk=self.instance.segment_id)
        self.fields["segment"].queryset = shared | kept
        self.fields["segment"].empty_label = _("Any client")
        self.fields["figure"] = forms.ChoiceField(
            label=self.fields["figure"].label,
            choices=[("", _("Any value")), *value_figures()],
            required=False,
        )
        if not self.instance.pk:
            self.initial["valid_from"] = clock.today()


class ProductForm(CodedForm):
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(kind.value, kind.label) for kind in (Kind.GOODS, Kind.SERVICE)],
    )


class PurchasePriceForm(forms.Form):
    """What the firm pays for one thing."""

    amount = NumberField(required=False, max_digits=10, decimal_places=2)

    def __init__(self, *args, bought: Bought, **kwargs):
        super().__init__(*args, **kwargs)
        self.bought = bought
        self.paid_now = bought.price.amount if bought.price else None
        self.initial["amount"] = "" if self.paid_now is None else wording.number(self.paid_now)
        self.fields["amount"].widget = forms.TextInput(
            attrs={
                "class": "form-control numeric-input",
                "inputmode": "decimal",
                "data-number": "",
                "aria-label": f"{bought.item}: {_('Purchase price')}",
            }
        )

    @property
    def is_changed(self):
        """What was not sent stays as it is."""
        is_sent = self.add_prefix("amount") in self.data
        return is_sent and self.cleaned_data["amount"] != self.paid_now


class PurchasePricesForm(forms.Form):
    """Of a whole group, from one day on: what is changed in the table."""

    valid_from = forms.DateField(label=_("Valid from"), **_DAY)

    def __init__(self, data, *, group: Group):
        super().__init__(data, initial={"valid_from": clock.today()})
        self.group = group
        self.rows = [
            PurchasePriceForm(data, bought=bought, prefix=f"{group.target}-{bought.item.pk}")
            for bought in bought_on(group, clock.today())
        ]

    def clean_valid_from(self):
        day = self.cleaned_data["valid_from"]
        if day < clock.today():
            raise forms.ValidationError(
                _("A price begins today or later: what was calculated before stays as it is.")
            )
        return day

    def is_valid(self):
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    def prices(self) -> list[PurchasePrice]:
        return [
            PurchasePrice(
                **{self.group.target: row.bought.item},
                amount=row.cleaned_data["amount"],
                valid_from=self.cleaned_data["valid_from"],
            )
            for row in self.rows
            if row.is_changed
        ]


class PaymentTermsForm(forms.ModelForm):
    """The credit limit is there for who sets terms; others agree on a deferral."""

    reason = PlainTextField(
        label=_("Why more than the policy gives"),
        required=False,
        max_length=250,
        help_text=_("Needed only where it is asked for."),
    )

    class Meta:
        model = Client
        fields = ("deferral_days", "deferral_unit", "credit_limit")
        localized_fields = ("credit_limit",)
        field_classes = {"credit_limit": NumberField}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deferral_days"].widget.attrs["autofocus"] = True
        if self.instance.group:
            self.fields["deferral_days"].help_text = _("0: as its group of organisations.")
        if not by.has_perm(TERMS_RIGHT):
            del self.fields["credit_limit"]
        drop_hidden(self, by)
