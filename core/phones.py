"""Telephone numbers: E.164 inside, the country's own writing on the screen."""

import re
from typing import NamedTuple

import phonenumbers
from django.utils.translation import gettext as _
from phonenumbers import Leniency, PhoneNumberMatcher

from core.errors import Refused

LINES = re.compile(r"[\n;]+")
REGION = "RU"
# Mobile and most city numbers of Russia: written here, since the library takes its time.
USUAL = re.compile(r"\+7([349]\d\d)(\d{3})(\d\d)(\d\d)")


class Phone(NamedTuple):
    e164: str
    extension: str


def find(text: str) -> list[Phone]:
    """All valid numbers in a free text («8 916 … (Ольга), доб. 12»), in the order written."""
    matcher = PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID)
    found = [_as_phone(match.number) for match in matcher]
    if found:
        return found
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return []
    return [_as_phone(number)] if phonenumbers.is_valid_number(number) else []


def find_in_lines(text: str) -> list[Phone]:
    """The numbers of every line; a line without any is refused, so that none is lost unsaid."""
    found = []
    for line in filter(None, map(str.strip, LINES.split(text))):
        numbers = find(line)
        if not numbers:
            raise Refused(_not_a_number(line))
        found += numbers
    return found


def _not_a_number(line):
    if 5 <= len(digits(line)) <= 7:
        return _("“%(line)s”: add the city code.") % {"line": line}
    return _("“%(line)s” is not a phone number: check the digits.") % {"line": line}


def _as_phone(number) -> Phone:
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(e164, number.extension or "")


def show(e164: str, extension: str = "") -> str:
    """«+7 916 123-45-67, доб. 12»; what is not a number is shown as it is."""
    usual = USUAL.fullmatch(e164)
    shown = "+7 {} {}-{}-{}".format(*usual.groups()) if usual else _as_abroad(e164)
    if not extension:
        return shown
    return _("%(phone)s, ext. %(extension)s") % {"phone": shown, "extension": extension}


def _as_abroad(e164: str) -> str:
    try:
        number = phonenumbers.parse(e164, REGION)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def beginnings(text: str) -> list[str]:
    """How a number in E.164 may begin, from its first digits in any writing."""
    plain = digits(text)
    if text.strip().startswith("+"):
        return [f"+{plain}"]
    if plain[0] in "78":
        return [f"+7{plain[1:]}", f"+7{plain}"]
    return [f"+7{plain}", f"+{plain}"]


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def reversed_tail(text: str) -> str:
    """The digits backwards without the trunk 8 or 7, to find a number by its last digits."""
    plain = digits(text)
    if len(plain) == 11 and plain[0] in "78":
        plain = plain[1:]
    return plain[::-1]
