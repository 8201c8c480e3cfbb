"""What a file of clients says beyond the columns of the list: under headings by which the import
knows them again, so that a file brought back changes nothing."""

from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from clients import attributes as kinds
from clients.attributes import attributes
from clients.importing.fields import HIDDEN_AS
from clients.models import Client, ContactPerson
from core import phones
from core.exports import Sheet
from core.lists import Column

PIECE = 2000
CARD_NUMBER = ("card_number", gettext_lazy("Card number"), "pk", "number")
FIRST = ("person", "person_post", "person_phone", "person_email")
PEOPLE = frozenset({*FIRST, "people_count"})
BESIDES = {"tags", "kind"}  # read by an import without being values that are assigned
RELATED = ("tags", "emails", "people", "people__phones", "people__emails")


def with_all(rows):
    return rows.select_related("requisites", "group").prefetch_related(*RELATED)


def columns(user, besides) -> tuple[Column, ...]:
    """`besides` are the codes that the list has already."""
    known = [each for each in attributes(user).values() if each.editable or each.code in BESIDES]
    found = [_column(each) for each in known if each.code not in besides]
    return Column(*CARD_NUMBER), *found, *_first_person(user)


def _first_person(user):
    """A table of one sheet names one contact person of each, and how many there are."""
    if not user.sees_field("people"):
        return []
    first = [
        Column(code, label, _of_person(read))
        for code, label, read in _said_of_people(user)
        if code in FIRST
    ]
    return [*first, Column("people_count", _("How many contact persons"), _count, "number")]


def people_sheet(user, pks) -> Sheet:
    """All contact persons of these clients, by the numbers of their cards."""
    said = _said_of_people(user)
    heads = [str(CARD_NUMBER[1]), _label("name"), *(str(label) for _code, label, _read in said)]
    return Sheet(_("Contact persons"), heads, _people_of(pks, [read for *_names, read in said]))


def _people_of(pks, reads):
    for start in range(0, len(pks), PIECE):
        piece = pks[start : start + PIECE]
        places = {pk: place for place, pk in enumerate(piece)}
        found = ContactPerson.objects.filter(client__in=piece).select_related("client")
        found = found.defer("name_grams", "client__name_grams").prefetch_related("phones", "emails")
        for person in sorted(found, key=lambda each: (places[each.client_id], each.pk)):
            yield [person.client_id, person.client.name, *(read(person) for read in reads)]


def _said_of_people(user) -> list[tuple]:
    """(code, label, what is read of a contact person), by the columns of an import."""
    said = [
        ("person", _("Contact person"), lambda each: each.name),
        ("person_post", _("Contact person's post"), lambda each: each.post),
        ("person_phone", _("Contact person's phone"), _numbers),
        ("person_email", _("Contact person's e-mail"), _emails_of_person),
        ("person_part", _("Contact person's part"), lambda each: each.get_part_display()),
        ("person_birthday", _("Contact person's birthday"), lambda each: each.birthday),
        ("person_left", _("Contact person works there no more since"), lambda each: each.left_on),
    ]
    return [each for each in said if user.sees_field(HIDDEN_AS.get(each[0], "people"))]


def _label(name):
    return str(capfirst(Client._meta.get_field(name).verbose_name))


def _column(attribute):
    code, label = attribute.code, str(attribute.label)
    if attribute.source == kinds.OWN:
        return Column(
            code, label, _own(attribute), "number" if attribute.kind == kinds.NUMBER else "text"
        )
    if attribute.source == kinds.REQUISITES:
        return Column(code, label, lambda row: getattr(_requisites(row), code, ""))
    if code == "tags":
        return Column(code, label, lambda row: ", ".join(tag.name for tag in row.tags.all()))
    if code == "email":
        return Column(code, label, _emails)
    if code in {"kind", "sector"}:
        return Column(code, label, lambda row: getattr(row, f"get_{code}_display")())
    return Column(code, label, f"{code}.name" if attribute.kind == kinds.CHOICE else code)


def _requisites(row):
    return getattr(row, "requisites", None)


def _own(attribute):
    code = attribute.code.removeprefix("own.")

    def said(row):
        value = row.own.get(code)
        if isinstance(value, bool):
            return pgettext("answer", "Yes") if value else pgettext("answer", "No")
        if value and attribute.kind == kinds.DATE:
            return parse_date(value)
        return value

    return said


def _emails(row):
    own = [each.email for each in row.emails.all() if each.person_id is None]
    return ", ".join(filter(None, [row.email, *own]))


def _of_person(read):
    """Of the contact person who was named first and works there still."""

    def said(row):
        person = next((each for each in row.people.all() if not each.left_on), None)
        return read(person) if person else ""

    return said


def _count(row):
    return sum(1 for each in row.people.all() if not each.left_on) or None


def _emails_of_person(person):
    return ", ".join(filter(None, [person.email, *(each.email for each in person.emails.all())]))


def _numbers(person):
    return ", ".join(phones.show(each.e164, each.extension) for each in person.phones.all())
