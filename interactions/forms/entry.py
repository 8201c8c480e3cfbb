from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import ContactPerson
from company.models import Employee
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


class AddForm(EntryForm):
    direction = forms.ChoiceField(
        label=pgettext_lazy("interaction", "Whose initiative"),
        choices=[("", pgettext_lazy("direction", "As its kind says")), *Direction.choices],
        required=False,
    )
    planned_at = MomentField(label=_("Planned for"), help_text=_("Empty: it has just taken place."))
    minutes = minutes_field()
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

    def content(self):
        content = super().content()
        responsible = content["responsible"]
        others = [person for person in content["participants"] if person != responsible]
        place = content["place"] if content["kind"].has_place else ""
        return content | {"participants": others, "place": place}
