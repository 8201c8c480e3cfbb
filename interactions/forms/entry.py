from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import ContactPerson
from company.models import Employee
from company.models.recurrence import Period
from core.fields import MomentField, PlainTextField
from interactions.channels import Direction
from interactions.forms.fields import (
    KindField,
    PurposeField,
    minutes_field,
    note_field,
    reminder_field,
    who_may_hold,
)
from interactions.forms.next_step import NextStepMixin


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, judged by core.attachments."""

    widget = FilesInput

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(each, initial) for each in data or [] if each]


class PeopleField(forms.ModelMultipleChoiceField):
    """Several of them, searched by what is typed."""

    def __init__(self, **kwargs):
        widget = forms.SelectMultiple(attrs={"data-search": "", "data-remove": _("Remove")})
        super().__init__(required=False, widget=widget, **kwargs)


class EntryForm(NextStepMixin):
    kind = KindField(empty_label=None)
    purpose = PurposeField()
    note = note_field(max_length=4000)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = KindField.offered()

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind and kind.demands_next and not cleaned.get("planned_at"):
            self.demand_next()
        return cleaned


class NoteForm(EntryForm):
    """A call or a note that has just taken place."""

    note = note_field(rows=2, max_length=4000)


REPEATED = [
    ("", pgettext_lazy("period", "Not repeated")),
    *[(each.value, each.label) for each in (Period.DAILY, Period.WEEKLY, Period.MONTHLY)],
]


class AddForm(EntryForm):
    direction = forms.ChoiceField(
        label=pgettext_lazy("interaction", "Whose initiative"),
        choices=[("", pgettext_lazy("direction", "As its kind says")), *Direction.choices],
        required=False,
    )
    planned_at = MomentField(label=_("Planned for"), help_text=_("Empty: it has just taken place."))
    minutes = minutes_field()
    period = forms.ChoiceField(label=_("Repeat"), choices=REPEATED, required=False)
    until = forms.DateField(
        label=_("Until what day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    remind_before = reminder_field()
    place = PlainTextField(label=_("Place or link"), max_length=250, required=False)
    responsible = forms.ModelChoiceField(
        label=_("Responsible"), queryset=Employee.objects.none(), empty_label=None
    )
    participants = PeopleField(
        label=_("Colleagues who take part"), queryset=Employee.objects.none()
    )
    people = PeopleField(
        label=_("Contact persons who take part"), queryset=ContactPerson.objects.none()
    )
    files = FilesField(label=_("Files"), required=False)

    def __init__(self, *args, by, client, **kwargs):
        kwargs["initial"] = {"responsible": by.pk, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["purpose"].widget.attrs["autofocus"] = True
        self.fields["responsible"].queryset = who_may_hold()
        self.fields["participants"].queryset = Employee.objects.working()
        self.fields["people"].queryset = client.people.filter(left_on=None)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("period"):
            cleaned["period"], cleaned["until"] = "", None
        elif not cleaned.get("planned_at"):
            self.add_error("planned_at", _now("Say when the first one is planned."))
        elif not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", _now("Say until what day it is repeated."))
        return cleaned

    def content(self):
        content = super().content()
        responsible = content["responsible"]
        others = [person for person in content["participants"] if person != responsible]
        place = content["place"] if content["kind"].has_place else ""
        return content | {"participants": others, "place": place}
