from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.models import ProductGroup
from clients.forms.reach import numbers
from clients.models import AdSource, Client
from company.models import Employee
from core import clock
from core.fields import NumberField, PlainTextField
from core.forms import VerbForm
from core.widgets import DayInput
from interactions.models import InteractionKind
from sales.interests.content import InterestContent, NewClient
from sales.interests.lifecycle import CHANGE
from sales.models import Deal, Interest, LossReason, SaleProcess

SHORT = {"widget": forms.Textarea(attrs={"rows": 2}), "max_length": 2000}


class WishForm(forms.Form):
    """What they want: the same when it is registered and when it is changed."""

    wish = PlainTextField(label=_("The wish in the client's words"), **SHORT)
    product_groups = forms.ModelMultipleChoiceField(
        label=_("What they want"),
        queryset=ProductGroup.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"data-search": "", "data-remove": _("Remove")}),
    )
    ad_source = forms.ModelChoiceField(
        label=_("How they heard of us"),
        queryset=AdSource.objects.none(),
        required=False,
        empty_label=_("Not known"),
    )
    expected_sum = NumberField(
        label=_("Sum, if known"), max_digits=12, decimal_places=2, required=False
    )
    wanted_on = forms.DateField(label=_("Wanted by"), required=False, widget=DayInput)
    agreed = PlainTextField(label=_("What was agreed"), required=False, **SHORT)

    def __init__(self, *args, source=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["product_groups"].queryset = ProductGroup.objects.active()
        self.fields["ad_source"].queryset = AdSource.objects.offered(source)
        self.fields["expected_sum"].widget.attrs["inputmode"] = "decimal"

    @classmethod
    def of(cls, interest, *args):
        kept = {name: getattr(interest, name) for name in cls.base_fields}
        kept["product_groups"] = [group.pk for group in interest.product_groups.all()]
        return cls(*args, initial=kept, source=interest.ad_source_id)


class InterestForm(WishForm):
    """One short form: whose, what, what was agreed. A client who is not known is taken down."""

    client = forms.ModelChoiceField(
        queryset=Client.objects.none(), required=False, widget=forms.HiddenInput
    )
    phone = PlainTextField(
        label=_("Phone"),
        max_length=120,
        required=False,
        widget=forms.TextInput(
            attrs={"type": "tel", "data-phone": True, "autocomplete": "off", "inputmode": "tel"}
        ),
    )
    name = PlainTextField(
        label=_("Name"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    came_by = forms.ChoiceField(
        label=pgettext_lazy("interest", "How it came"), choices=Interest.CameBy.choices
    )
    responsible = forms.ModelChoiceField(
        label=_("Who answers"),
        queryset=Employee.objects.none(),
        required=False,
        empty_label=_("By the rules of the firm"),
    )
    is_answered = forms.BooleanField(
        label=_("They have got their answer already"),
        required=False,
        help_text=_("Then no clock runs to the first answer."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["client"].queryset = Client.objects.visible_to(by).without_grams()
        self.fields["responsible"].queryset = Employee.objects.with_rights(CHANGE)

    def clean_phone(self):
        return numbers(self.cleaned_data["phone"])

    def clean(self):
        typed = super().clean()
        if not typed.get("client") and not typed.get("name") and "client" not in self.errors:
            self.add_error("name", _("Find the client, or write down the name of a new one."))
        return typed

    @property
    def whose(self) -> Client | NewClient:
        typed = self.cleaned_data
        return typed["client"] or NewClient(typed["name"], typed["phone"])

    def content(self, interaction=None) -> InterestContent:
        names = ["came_by", *WishForm.base_fields]
        said = {name: self.cleaned_data[name] for name in names}
        return InterestContent(**said, interaction=interaction)


class AnswerForm(VerbForm):
    """What was said goes into the client's history; where it stands already, a mark is enough."""

    kind = forms.ModelChoiceField(
        label=_("Kind"),
        queryset=InteractionKind.objects.none(),
        required=False,
        empty_label=_("Only note that it is answered"),
    )
    note = PlainTextField(label=_("What was said"), required=False, **SHORT)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = InteractionKind.objects.active().filter(demands_next=False)
        self.fields["kind"].queryset = kinds


class TurnForm(VerbForm):
    process = forms.ModelChoiceField(
        label=_("Process of sale"), queryset=SaleProcess.objects.none(), empty_label=None
    )
    title = PlainTextField(label=_("What it is about"), max_length=200)
    expected_sum = NumberField(
        label=_("Expected sum"), max_digits=12, decimal_places=2, required=False
    )
    expected_on = forms.DateField(label=_("Expected closing"), required=False, widget=DayInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["process"].queryset = SaleProcess.objects.active()

    @classmethod
    def of(cls, interest, typed):
        begun = {
            "title": interest.wish.split("\n")[0][:200],
            "expected_sum": interest.expected_sum,
            "expected_on": interest.wanted_on,
        }
        return cls(typed, initial=begun)


class JoinForm(VerbForm):
    deal = forms.ModelChoiceField(
        label=pgettext_lazy("one", "Deal"), queryset=Deal.objects.none(), empty_label=None
    )

    @classmethod
    def of(cls, interest, typed, by):
        form = cls(typed)
        deals = Deal.objects.visible_to(by).open().filter(client=interest.client_id)
        form.fields["deal"].queryset = deals.order_by("-pk")
        return form


class RefuseForm(VerbForm):
    loss_reason = forms.ModelChoiceField(
        label=_("Why nothing came of it"), queryset=LossReason.objects.none(), empty_label=None
    )
    note = PlainTextField(label=_("Remark"), required=False, **SHORT)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["loss_reason"].queryset = LossReason.objects.active()


class PostponeForm(VerbForm):
    until = forms.DateField(label=_("Until what day"), widget=DayInput)
    note = PlainTextField(label=_("Remark"), required=False, **SHORT)

    def clean_until(self):
        day = self.cleaned_data["until"]
        if day <= clock.today():
            raise forms.ValidationError(_("Name a day after today."))
        return day
