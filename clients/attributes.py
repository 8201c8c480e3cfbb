"""What is known of a client, by name: fields, requisites, own fields and the figures that higher
apps contribute. Segments ask for these, bulk changes and imports write them, completeness and
exports read them; so a new field or figure is in all of them at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import (
    AdSource,
    Client,
    ClientGroup,
    ClientPhone,
    Consent,
    ContactPerson,
    Region,
    Requisites,
    Tag,
)
from clients.models.consent import Channel
from clients.relation import Relation, state
from company import own_fields
from company.models import Employee
from core import registry

TEXT, NUMBER, MONEY, DATE, CHOICE, FLAG, MANY = (
    "text",
    "number",
    "money",
    "date",
    "choice",
    "flag",
    "many",
)
Part = ContactPerson.Part
FIELDS = "field"  # a column of Client
REQUISITES, OWN, FIGURE, RELATED = "requisites", "own", "figure", "related"


@dataclass(frozen=True)
class Attribute:
    code: str
    label: str
    kind: str
    path: str  # the lookup from Client on; with `expression`, the name it is annotated under
    source: str = FIELDS
    choices: Callable[[], list[tuple]] | None = None
    expression: Callable[[], Any] | None = None
    right: str = ""
    editable: bool = False  # one value that a bulk change, an import or a list of gaps may write
    empty: Q | None = None  # when it is not given; None: it always is

    def read(self, clients):
        """The clients with this attribute to be read, filtered and sorted by under `path`."""
        return clients.annotate(**{self.path: self.expression()}) if self.expression else clients


# By these a client is known at all, in lists and on papers.
NEVER_HIDDEN = {"name", "kind", "responsible", "created_at"}
NEVER_HIDDEN |= {"is_client", "is_supplier", "is_partner"}


def attributes(user=None) -> dict[str, Attribute]:
    """All that `user` may read, in the order of a form: one query, for the own fields."""
    known = [*_built_in(), *_own(), *_figures()]
    return {each.code: each for each in known if not user or is_read_by(user, each)}


@cache
def _built_in() -> tuple:
    """Their labels are said in the language of whoever reads them."""
    return *_who(), *_reach(), *_relation(), *_of_requisites()


def is_read_by(user, entry) -> bool:
    """Of an attribute, or of a figure: it has the right that it needs, and the role does not hide
    it."""
    return (not entry.right or user.has_perm(entry.right)) and user.sees_field(entry.code)


def hideable() -> list[tuple[str, str]]:
    """(code, label) of what a role may be kept from reading."""
    known = attributes().values()
    return [(each.code, each.label) for each in known if each.code not in NEVER_HIDDEN]


def _who():
    return [
        _field("name", editable=True),
        _choices("kind", Client.Kind.choices),
        _choices("sector", Client.Sector.choices, editable=True),
        _flag("is_client"),
        _flag("is_supplier"),
        _flag("is_partner"),
        _entries("ad_source", AdSource, editable=True, gap=True),
        _entries("group", ClientGroup, editable=True, gap=True),
        Attribute("tags", _("Tags"), MANY, "tags", RELATED, _tags, empty=Q(tags=None)),
        _has("people", _("Contact person"), ContactPerson.objects.filter(left_on=None)),
        _has(
            "decision_maker",
            _("Contact person who decides"),
            ContactPerson.objects.filter(left_on=None, part=Part.DECISION_MAKER),
        ),
        Attribute("responsible", _("Manager"), CHOICE, "responsible", choices=_managers),
        Attribute("created_at", pgettext_lazy("client", "Registered"), DATE, "created_at"),
        Attribute("deferral_days", _label("deferral_days"), NUMBER, "deferral_days"),
        Attribute("credit_limit", _label("credit_limit"), MONEY, "credit_limit"),
        _flag("is_credit_stopped"),
    ]


def _reach():
    unknown = ~Exists(ClientPhone.objects.filter(client=OuterRef("pk")))
    return [
        Attribute("phone", _("Phone"), TEXT, "phones__e164", RELATED, empty=unknown),
        _field("email", editable=True, gap=True),
        Attribute(
            "messengers",
            _("Messengers"),
            TEXT,
            "messengers__handle",
            RELATED,
            empty=Q(messengers=None),
        ),
        _field("address", editable=True, gap=True),
        _entries("region", Region, editable=True, gap=True),
        _consent("", _("Consent to advertising")),
        *(_consent(each.value, _OF_CHANNEL[each]) for each in Channel if each),
    ]


_OF_CHANNEL = {
    Channel.PHONE: _("Consent to advertising: calls"),
    Channel.SMS: _("Consent to advertising: SMS"),
    Channel.EMAIL: _("Consent to advertising: e-mail"),
    Channel.MESSENGER: _("Consent to advertising: messengers"),
    Channel.POST: _("Consent to advertising: post"),
}


def _consent(channel, label):
    code = f"advertising_{channel}".rstrip("_")
    agreed = Consent.objects.to_advertising(channel).filter(client=OuterRef("pk"))
    return Attribute(code, label, FLAG, code, expression=lambda: Exists(agreed))


def _relation():
    states = Attribute(
        "relation",
        _("Relation state"),
        CHOICE,
        "relation",
        FIGURE,
        lambda: Relation.choices,
        state,
    )
    completeness = Attribute(
        "completeness", _("Completeness, %"), NUMBER, "summary__completeness", FIGURE
    )
    planned = ("likes", "avoids", "aim", "strategy", "note")
    return [states, completeness, *(_field(name, editable=True, gap=True) for name in planned)]


def _of_requisites():
    names = [field.name for field in Requisites._meta.fields if field.name != "client"]
    return [
        Attribute(
            name,
            capfirst(Requisites._meta.get_field(name).verbose_name),
            TEXT,
            f"requisites__{name}",
            REQUISITES,
            editable=True,
            empty=Q(requisites=None) | Q(**{f"requisites__{name}": ""}),
        )
        for name in names
    ]


def _own():
    for field in own_fields.fields_of(Client):
        yield Attribute(
            f"own.{field.code}",
            field.label,
            field.kind,
            f"own__{field.code}",
            OWN,
            lambda field=field: [(option, option) for option in field.options],
            editable=True,
            empty=~Q(own__has_key=field.code),
        )


def _figures():
    for figure in sorted(registry.figures, key=lambda each: each.order):
        yield Attribute(
            figure.code,
            figure.label,
            figure.kind,
            figure.path or f"figure_{figure.code}",
            FIGURE,
            figure.choices,
            figure.expression,
            figure.right,
        )


def _label(name):
    return capfirst(Client._meta.get_field(name).verbose_name)


def _field(name, *, editable=False, gap=False):
    empty = Q(**{name: ""}) if gap else None
    return Attribute(name, _label(name), TEXT, name, editable=editable, empty=empty)


def _has(code, label, rows):
    """Whether a card has such rows."""
    found = Exists(rows.filter(client=OuterRef("pk")))
    return Attribute(
        code, label, FLAG, f"has_{code}", FIGURE, expression=lambda: found, empty=~found
    )


def _flag(name):
    return Attribute(name, _label(name), FLAG, name)


def _choices(name, choices, *, editable=False):
    return Attribute(name, _label(name), CHOICE, name, choices=lambda: choices, editable=editable)


def _entries(name, model, *, editable=False, gap=False):
    return Attribute(
        name,
        _label(name),
        CHOICE,
        name,
        choices=lambda: [(entry.pk, entry.name) for entry in model.objects.all()],
        editable=editable,
        empty=Q(**{name: None}) if gap else None,
    )


def _tags():
    return [(tag.pk, tag.name) for tag in Tag.objects.all()]


def _managers():
    leads = Client.objects.filter(responsible=OuterRef("pk"))
    found = Employee.objects.filter(Exists(leads))
    return [(person.pk, person.short_name) for person in found]
