"""What a person fills in about an amendment."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.fields import PlainTextField
from orders.amendments.models import Amendment, Decision
from orders.work_orders.forms import OrderForm
from orders.work_orders.verb_forms import VerbForm

NOT_AMENDED = (
    *("client", "phone", "name", "is_another", "ad_source"),
    *("amount", "method", "receipt"),
)


class AmendmentForm(OrderForm):
    """Of the order screen only what may still be agreed otherwise, and why."""

    reason = PlainTextField(
        label=gettext_lazy("Who wants the change, and why"),
        max_length=500,
        error_messages={"required": gettext_lazy("Say who wants the change, and why.")},
        widget=forms.Textarea(attrs={"rows": 1, "class": "form-control"}),
    )

    def __init__(self, data, *, by):
        super().__init__(data, by=by)
        for name in NOT_AMENDED:
            self.fields.pop(name, None)

    def clean(self):
        """The client of an accepted order is known."""
        return forms.Form.clean(self)


class ConsentForm(VerbForm):
    """For each begun piece that is made otherwise: anew, or on with what there is."""

    note = PlainTextField(
        label=gettext_lazy("Remark"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, amendment, **kwargs):
        super().__init__(*args, **kwargs)
        self.decided = {}
        for position in amendment.unconsented():
            if not amendment.removes(position):
                self._ask_about(position)

    def _ask_about(self, position):
        name = f"decision-{position.pk}"
        choices = [(each.value, each.label) for each in (Decision.ANEW, Decision.GO_ON)]
        words = {"number": position.ordinal, "title": position.title}
        self.fields[name] = forms.ChoiceField(
            label=_("Position %(number)s: %(title)s") % words,
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose one of the two.")},
        )
        self.decided[name] = position.pk

    @property
    def asked(self):
        return [self[name] for name in self.decided]

    def decisions(self) -> dict:
        return {pk: self.cleaned_data[name] for name, pk in self.decided.items()}


class RefuseForm(VerbForm):
    note = PlainTextField(
        label=gettext_lazy("Why it cannot be changed"),
        max_length=500,
        error_messages={"required": gettext_lazy("Say why it cannot be changed any more.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ConfirmForm(VerbForm):
    how = forms.ChoiceField(
        label=gettext_lazy("How the client confirmed"),
        choices=Amendment.Confirmed.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say how the client confirmed.")},
    )
    on = forms.DateField(label=gettext_lazy("When"), widget=forms.DateInput({"type": "date"}))
    note = PlainTextField(
        label=gettext_lazy("Remark"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, initial={"on": clock.today().isoformat()}, **kwargs)

    def clean_on(self):
        if self.cleaned_data["on"] > clock.today():
            raise forms.ValidationError(_("This day is still to come."))
        return self.cleaned_data["on"]


class DropForm(VerbForm):
    note = PlainTextField(
        label=gettext_lazy("Why it is dropped"),
        max_length=500,
        error_messages={"required": gettext_lazy("Say why it is dropped.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
