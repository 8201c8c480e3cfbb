from django import forms
from django.utils.translation import gettext_lazy as _

from clients.forms.reach import lines_field
from clients.models import Consent, PersonalRequest
from clients.models.consent import Channel, Purpose
from clients.personal.lifecycle import Kind
from core import clock
from core.fields import PlainTextField
from core.widgets import DayInput

WAYS = [(each.value, each.label) for each in Channel if each]


class ConsentForm(forms.Form):
    purpose = forms.ChoiceField(label=_("To what"), choices=Purpose.choices)
    channels = forms.MultipleChoiceField(
        label=_("Advertising by"),
        choices=WAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only for advertising: each channel is agreed to by itself."),
    )
    source = forms.ChoiceField(label=_("How it was given"), choices=Consent.Source.choices)
    given_on = forms.DateField(label=_("Given on"), widget=DayInput, initial=clock.today)
    person = forms.ModelChoiceField(
        label=_("Contact person"), queryset=None, required=False, empty_label="\u2014"
    )

    def __init__(self, *args, client, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = client.people.all()
        if not client.people.exists():
            del self.fields["person"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("purpose") == Purpose.ADVERTISING and not cleaned.get("channels"):
            self.add_error("channels", _("Tick at least one channel."))
        return cleaned

    def content(self) -> dict:
        """What actions.give_consent takes, besides the files."""
        content = dict(self.cleaned_data)
        day = content.pop("given_on")
        moment = clock.now() if day == clock.today() else clock.midnight(day)
        return content | {"given_at": moment}


class WithdrawForm(forms.Form):
    note = PlainTextField(
        label=_("How it was withdrawn"),
        max_length=250,
        required=False,
        widget=forms.TextInput(attrs={"autofocus": True}),
        help_text=_("By phone, by a letter of such a date…"),
    )


class RequestForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is asked"), choices=Kind.choices)
    source = forms.ChoiceField(label=_("How it came"), choices=PersonalRequest.Source.choices)
    received_on = forms.DateField(label=_("Received on"), widget=DayInput, initial=clock.today)
    text = lines_field(_("In their words"), rows=4, max_length=4000)


class AnswerForm(forms.Form):
    note = lines_field(_("What is answered, or the reason"), rows=3, max_length=4000)


class KeepDataForm(forms.Form):
    reason = PlainTextField(
        label=_("On what ground the data stays"),
        max_length=250,
        help_text=_("A contract in force, a dispute, a warranty: the law asks for one."),
    )


class EraseForm(forms.Form):
    reason = lines_field(
        _("Reason"), rows=2, max_length=1000, help_text=_("Stands in the act of destruction.")
    )
    is_sure = forms.BooleanField(
        label=_("I know that this cannot be undone by anybody."),
        error_messages={"required": _("Tick this box: nobody brings the data back.")},
    )

    def clean_reason(self):
        if not self.cleaned_data["reason"].strip():
            raise forms.ValidationError(_("Write down why the data is erased: the act names it."))
        return self.cleaned_data["reason"]
