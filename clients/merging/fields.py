"""The fields in which two cards differ, and whose value the merged card takes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.text import capfirst

from clients.models import Client, Requisites
from company import own_fields
from core import cells

MINE, THEIRS, BOTH = "survivor", "gone", "both"
TERMS = ("price_level", "discount_percent", "deferral_days", "credit_limit")
FIELDS = (
    "name",
    "kind",
    "sector",
    "email",
    "address",
    "region",
    "ad_source",
    "group",
    "responsible",
    *TERMS,
    "likes",
    "avoids",
    "aim",
    "strategy",
    "note",
)
OF_PERSON = ("name", "post", "part", "birthday", "email", "note", "left_on")
JOINED = {"likes", "avoids", "aim", "strategy", "note"}
PARTS = ("is_client", "is_supplier", "is_partner")
OF_REQUISITES = tuple(field.name for field in Requisites._meta.fields if field.name != "client")


@dataclass(frozen=True)
class Differing:
    code: str  # "email", "requisites.inn", "own.birthday"
    label: str
    mine: str
    theirs: str
    usual: str  # whose value is taken where nobody chooses
    may_join: bool = False

    @property
    def sides(self):
        return (MINE, THEIRS, BOTH) if self.may_join else (MINE, THEIRS)


def differing(survivor, gone) -> list[Differing]:
    return [*_of_card(survivor, gone), *_of_requisites(survivor, gone), *_of_own(survivor, gone)]


def differing_people(survivor, gone) -> list[Differing]:
    return _of_row(OF_PERSON, survivor, gone)


def people_values(survivor, gone, choices) -> dict:
    return _taken(differing_people(survivor, gone), survivor, gone, choices)


def values(survivor, gone, choices) -> dict:
    """What changes on the survivor's own row."""
    taken = _taken(_of_card(survivor, gone), survivor, gone, choices)
    if "deferral_days" in taken:
        taken["deferral_unit"] = gone.deferral_unit
    for part in (*PARTS, "is_credit_stopped"):
        taken[part] = getattr(survivor, part) or getattr(gone, part)
    elder = min(survivor, gone, key=lambda card: card.created_at)
    return {
        **taken,
        "created_at": elder.created_at,
        "created_by": elder.created_by,
        "own": _own(survivor, gone, choices),
    }


def _taken(fields, survivor, gone, choices):
    taken = {}
    for field in fields:
        side = choices.get(field.code, field.usual)
        if side == THEIRS:
            taken[field.code] = getattr(gone, field.code)
        elif side == BOTH and field.may_join:
            taken[field.code] = f"{getattr(survivor, field.code)}\n{getattr(gone, field.code)}"
    return taken


def requisites(survivor, gone, choices) -> dict | None:
    """What the survivor's requisites say then; None where the card that is gone has none."""
    theirs = requisites_of(gone)
    if theirs is None:
        return None
    mine = requisites_of(survivor) or Requisites()
    said = {name: getattr(mine, name) for name in OF_REQUISITES}
    for field in _of_requisites(survivor, gone):
        if choices.get(field.code, field.usual) == THEIRS:
            name = field.code.partition(".")[2]
            said[name] = getattr(theirs, name)
    return said


def requisites_of(client):
    return Requisites.objects.filter(client=client).first()


def _of_card(survivor, gone):
    return _of_row(FIELDS, survivor, gone)


def _of_row(names, survivor, gone):
    return [
        Differing(
            name,
            capfirst(survivor._meta.get_field(name).verbose_name),
            _words(survivor, name),
            _words(gone, name),
            _usual(getattr(survivor, name), getattr(gone, name)),
            name in JOINED and bool(getattr(survivor, name)) and bool(getattr(gone, name)),
        )
        for name in names
        if getattr(survivor, name) != getattr(gone, name)
    ]


def _of_requisites(survivor, gone):
    mine, theirs = requisites_of(survivor) or Requisites(), requisites_of(gone) or Requisites()
    return [
        Differing(
            f"requisites.{name}",
            capfirst(Requisites._meta.get_field(name).verbose_name),
            getattr(mine, name),
            getattr(theirs, name),
            _usual(getattr(mine, name), getattr(theirs, name)),
        )
        for name in OF_REQUISITES
        if getattr(mine, name) != getattr(theirs, name)
    ]


def _of_own(survivor, gone):
    return [
        Differing(
            f"own.{field.code}",
            field.label,
            _own_words(field, survivor),
            _own_words(field, gone),
            MINE if field.code in survivor.own else THEIRS,
        )
        for field in own_fields.fields_of(Client)
        if survivor.own.get(field.code) != gone.own.get(field.code)
    ]


def _own(survivor, gone, choices):
    """Answers of fields that are out of use are kept too: nobody is asked about them."""
    said = gone.own | survivor.own
    for field in _of_own(survivor, gone):
        code = field.code.partition(".")[2]
        of = gone if choices.get(field.code, field.usual) == THEIRS else survivor
        said.pop(code, None)
        if code in of.own:
            said[code] = of.own[code]
    return said


def _usual(mine, theirs):
    return THEIRS if theirs and not mine else MINE


def _words(row, name):
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if isinstance(value, date):
        return cells.day(value)
    if isinstance(value, Decimal):
        return cells.decimal(value)
    return str(value) if value is not None else ""


def _own_words(field, client):
    return own_fields.words(field, client.own[field.code]) if field.code in client.own else ""
