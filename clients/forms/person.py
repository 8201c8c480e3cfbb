from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.forms.reach import FurtherReach, lines_field, numbers
from clients.models import ContactPerson, RelationLevel
from core import clock
from core.fields import PlainTextField

KEPT = ("name", "post", "part", "birthday", "email", "note", "left_on")
REACH = {"more_emails": "emails", "messengers": "messengers"}
Level = RelationLevel.Level


class PersonForm(FurtherReach):
    name = PlainTextField(
        label=pgettext_lazy("contact person", "Name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    post = PlainTextField(label=_("Post"), max_length=120, required=False)
    part = forms.ChoiceField(
        label=_("Part in a purchase"),
        choices=[("", _("Not known")), *ContactPerson.Part.choices],
        required=False,
    )
    relation = forms.TypedChoiceField(
        label=_("Level of relation"),
        choices=[("", _("Not known")), *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    phones = lines_field(_("Phones"), max_length=600, help_text=_("One number a line, main first."))
    email = forms.EmailField(label=_("E-mail"), required=False)
    birthday = forms.DateField(
        label=_("Birthday"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    left_on = forms.DateField(
        label=_("Works there no more since"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    note = lines_field(_("Note"), max_length=4000)

    @classmethod
    def of(cls, person, *args):
        level = person.relation_levels.first()
        kept = {
            "phones": "\n".join(str(phone) for phone in person.phones.all()),
            "relation": level and level.level,
            **{name: getattr(person, name) for name in KEPT},
            **FurtherReach.written(person.emails.all(), person.messengers.all()),
        }
        return cls(*args, initial=kept)

    def clean_phones(self):
        return numbers(self.cleaned_data["phones"])

    def clean_birthday(self):
        day = self.cleaned_data["birthday"]
        if day and not 1900 < day.year <= clock.today().year - 10:
            raise forms.ValidationError(_("Look at the year of birth once more."))
        return day

    def content(self) -> dict:
        """What actions.add_person and actions.change_person take."""
        content = dict(self.cleaned_data)
        reach = {kept: content.pop(name) for name, kept in REACH.items() if name in content}
        if "phones" in content:
            content["phone_text"] = content.pop("phones")
        return content | {"reach": reach}
