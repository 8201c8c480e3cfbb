"""Attributes that a bulk change writes: whatever clients/attributes.py calls editable."""

from dataclasses import dataclass

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients import attributes as kinds
from clients.actions.client import refuse_group
from clients.bulk.change import Change
from clients.importing import values as reading
from clients.models import Client, ClientGroup, Requisites
from company import own_fields
from core import changesets
from core.fields import PlainTextField

LONG = {"likes", "avoids", "aim", "strategy", "note"}
EMPTY = _("Empty: the value is taken away.")


class ReadField(PlainTextField):
    """Typed as in a file that is brought in, and judged as there."""

    def __init__(self, attribute, **kwargs):
        super().__init__(**kwargs)
        self.read = reading.reader(attribute)

    def clean(self, value):
        text = super().clean(value)
        try:
            return self.read(text) if text else ""
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from None


@dataclass
class Value(Change):
    """A column of Client."""

    attribute: kinds.Attribute = None

    @property
    def may_be_empty(self):
        return self.attribute.empty is not None

    def field(self, by):
        common = {"label": self.label, "required": not self.may_be_empty}
        if self.may_be_empty:
            common["help_text"] = EMPTY
        if self.attribute.choices:
            choices = [("", "\u2014"), *self.attribute.choices()]
            return forms.ChoiceField(choices=choices, **common)
        if self.code in LONG:
            common["widget"] = forms.Textarea(attrs={"rows": 3})
        return ReadField(self.attribute, **common)

    def as_json(self, cleaned):
        if not self.attribute.choices:
            return cleaned
        known = {str(value): value for value, _label in self.attribute.choices()}
        return known.get(cleaned)

    def words(self, value):
        return self._named(value)

    def _named(self, value):
        if value in (None, ""):
            return ""
        if self.attribute.choices:
            return str(dict(self.attribute.choices()).get(value, value))
        return str(value)

    def check(self, value, by):
        if self.code == "group":
            refuse_group(ClientGroup.objects.filter(pk=value or None).first(), by=by)

    def barred(self):
        if self.code != "group":
            return []
        return [
            (
                _("Private persons belong to no group of organisations."),
                lambda rows: rows.filter(kind=Client.Kind.PERSON),
            )
        ]

    def same(self, clients, value):
        return clients.filter(**{self.code: value})

    def before(self, clients):
        names = dict(self.attribute.choices()) if self.attribute.choices else {}
        said = clients.values_list("pk", self.code)
        return {pk: str(names.get(value, value) or "") for pk, value in said}

    def apply(self, changeset, clients, value, *, by, along=()):
        column = Client._meta.get_field(self.code).attname
        changesets.update(changeset, clients, **{column: value})
        return {}


@dataclass
class RequisiteValue(Value):
    def same(self, clients, value):
        said = Q(**{f"requisites__{self.code}": value})
        return clients.filter(said if value else said | Q(requisites=None))

    def before(self, clients):
        return {
            pk: said or "" for pk, said in clients.values_list("pk", f"requisites__{self.code}")
        }

    def apply(self, changeset, clients, value, *, by, along=()):
        rows = Requisites.objects.filter(client__in=clients)
        missing = clients.filter(requisites=None).values_list("pk", flat=True)
        made = [Requisites(client_id=pk, **{self.code: value}) for pk in missing]
        changesets.update(changeset, rows, **{self.code: value})
        changesets.created(changeset, Requisites.objects.bulk_create(made))
        return {}


@dataclass
class OwnValue(Value):
    """A field of the firm's own: one key of the row's JSON."""

    @property
    def key(self):
        return self.attribute.path.removeprefix("own__")

    @property
    def own_field(self):
        return next(each for each in own_fields.fields_of(Client) if each.code == self.key)

    def field(self, by):
        drawn = own_fields.form_fields([self.own_field], {})
        field = next(iter(drawn.values()))
        field.help_text = EMPTY
        return field

    def as_json(self, cleaned):
        return own_fields.as_json(cleaned)

    def _named(self, value):
        return "" if value in (None, "") else str(own_fields.words(self.own_field, value))

    def same(self, clients, value):
        if value in (None, ""):
            return clients.exclude(own__has_key=self.key)
        return clients.filter(own__contains={self.key: value})

    def before(self, clients):
        field = self.own_field
        return {
            pk: str(own_fields.words(field, own[self.key])) if self.key in own else ""
            for pk, own in clients.values_list("pk", "own")
        }

    def apply(self, changeset, clients, value, *, by, along=()):
        said = {}
        for pk, own in clients.values_list("pk", "own"):
            kept = {key: each for key, each in own.items() if key != self.key}
            said[pk] = {"own": kept if value in (None, "") else {**kept, self.key: value}}
        changesets.update_each(changeset, Client, said)
        return {}


SOURCES = {kinds.FIELDS: Value, kinds.REQUISITES: RequisiteValue, kinds.OWN: OwnValue}


def changes(known) -> list[Change]:
    return [
        SOURCES[each.source](each.code, each.label, attribute=each)
        for each in known.values()
        if each.editable
    ]
