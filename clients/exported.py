"""What a file of clients says beyond the columns of the list: under headings by which the import
knows them again, so that a file brought back changes nothing."""

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients import attributes as kinds
from clients.attributes import attributes
from clients.importing.fields import HIDDEN_AS
from core import phones
from core.lists import Column

BESIDES = {"tags", "kind"}  # read by an import without being values that are assigned
RELATED = ("tags", "emails", "people", "people__phones")


def with_all(rows):
    return rows.select_related("requisites", "group").prefetch_related(*RELATED)


def columns(user, besides) -> tuple[Column, ...]:
    """`besides` are the codes that the list has already."""
    known = [each for each in attributes(user).values() if each.editable or each.code in BESIDES]
    found = [_column(each) for each in known if each.code not in besides]
    people = [
        Column("person", _("Contact person"), _of_person(lambda person: person.name)),
        Column("person_post", _("Contact person's post"), _of_person(lambda each: each.post)),
        Column("person_phone", _("Contact person's phone"), _of_person(_numbers)),
        Column("person_email", _("Contact person's e-mail"), _of_person(lambda each: each.email)),
    ]
    return (*found, *(each for each in people if user.sees_field(_attribute(each.code))))


def _attribute(code):
    return HIDDEN_AS.get(code, "people")


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


def _numbers(person):
    return ", ".join(phones.show(each.e164, each.extension) for each in person.phones.all())
