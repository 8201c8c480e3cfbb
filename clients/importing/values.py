"""A cell's text as a value of an attribute. What does not fit raises ValueError with a sentence."""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients import attributes as kinds
from clients.importing.reading import LONGEST_CELL
from clients.models import Client, Requisites
from clients.search import fold
from company import own_fields, requisites

DIGITS_ONLY = {"inn", "ogrn", "bik", "account", "correspondent_account"}
CHECKS = {
    "inn": requisites.wrong_inn,
    "kpp": requisites.wrong_kpp,
    "ogrn": requisites.wrong_ogrn,
    "bik": requisites.wrong_bik,
}
DATES = ("%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y")


def reader(attribute):
    """The function that reads a cell of this attribute; its list of choices is read once."""
    if attribute.kind == kinds.CHOICE:
        return _choice(attribute)
    if attribute.kind in READERS:
        return READERS[attribute.kind]
    if attribute.code == "email":
        return email
    if attribute.source == kinds.REQUISITES:
        return lambda cell: _requisite(attribute.code, cell)
    longest = _longest(attribute)
    return lambda cell: text(cell, longest)


def text(cell, longest=LONGEST_CELL) -> str:
    if len(cell) > longest:
        raise ValueError(_("Longer than %(count)s characters.") % {"count": longest})
    return cell


def email(cell) -> str:
    try:
        validate_email(cell)
    except ValidationError:
        raise ValueError(_("“%(text)s” is not an e-mail.") % {"text": cell[:80]}) from None
    return text(cell, 254)


def number(cell):
    """As JSON keeps it: own fields are the only numbers that are brought in."""
    return own_fields.as_json(decimal(cell))


def decimal(cell) -> Decimal:
    bare = re.sub(r"[\s₽]", "", cell).replace(",", ".")
    try:
        found = Decimal(bare)
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or abs(found) >= 10**11:
        raise ValueError(_("“%(text)s” is not a number.") % {"text": cell[:80]})
    return found


def day(cell):
    for pattern in DATES:
        try:
            return datetime.strptime(cell.split(" ")[0], pattern).date()  # noqa: DTZ007
        except ValueError:
            continue
    try:
        found = parse_date(cell[:10])
    except ValueError:
        found = None
    if not found or found.year < 1900:
        raise ValueError(_("“%(text)s” is not a date.") % {"text": cell[:80]})
    return found


def flag(cell) -> bool:
    yes = pgettext("words for yes in a file", "yes, true, 1").split(", ")
    no = pgettext("words for no in a file", "no, false, 0").split(", ")
    word = cell.lower()
    if word not in {*yes, *no, "true", "false"}:
        raise ValueError(_("Write “yes” or “no”."))
    return word in {*yes, "true"}


def _choice(attribute):
    known = {fold(str(label)): value for value, label in attribute.choices()}

    def choose(cell):
        if fold(cell) not in known:
            raise ValueError(
                _("“%(text)s” is not in the list “%(list)s”.")
                % {"text": cell[:80], "list": attribute.label}
            )
        return known[fold(cell)]

    return choose


def _requisite(code, cell):
    if code in DIGITS_ONLY:
        cell = re.sub(r"[\s\-]", "", cell)
    if code in CHECKS and (fault := CHECKS[code](cell)):
        raise ValueError(fault)
    return text(cell, Requisites._meta.get_field(code).max_length)


def _longest(attribute):
    if attribute.source == kinds.OWN:
        return own_fields.LONGEST
    return Client._meta.get_field(attribute.code).max_length or LONGEST_CELL


READERS = {
    kinds.NUMBER: number,
    kinds.DATE: lambda cell: day(cell).isoformat(),
    kinds.FLAG: flag,
}
