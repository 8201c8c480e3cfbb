"""Business cards as rows: versions 2.1, 3.0 and 4.0, each card read apart from the others, so that
a broken one spoils no other."""

import re

import vobject
from django.utils.translation import gettext as _
from vobject.base import VObjectError

from clients.importing import text

CODES = ("name", "phone", "email", "address", "note", "external_key")
BEGIN, END = "BEGIN:VCARD", "END:VCARD"
LONGEST_CARD = 3_000_000  # a photograph may be inside
ESCAPED = re.compile(r"\\([\\,;nN])")
BROKEN = (VObjectError, ValueError, LookupError, AttributeError, TypeError, IndexError)


def headings() -> list[str]:
    return [
        _("Name"),
        _("Phone"),
        _("E-mail"),
        _("Address"),
        _("Note"),
        _("Number in another system"),
    ]


def is_vcard(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:11].upper() == BEGIN.encode()


def rows(file):
    for line, card in _cards(text.reader_of(file, text.encoding_of(file))):
        yield line, _cells(card)


def _cards(lines):
    """(number of its first line, card); what stands between cards is none."""
    begun, card, size = 0, [], 0
    for number, line in enumerate(lines, start=1):
        word = line.strip().upper()
        if word == BEGIN:
            begun, card, size = number, [], 0
        size += len(line)
        if begun and size < LONGEST_CARD:
            card.append(line.rstrip("\r\n"))
        if begun and word == END:
            yield begun, "\n".join(card) + "\n"
            begun = 0


def _cells(card):
    """A card that cannot be read is a row that says what is known of it, and is refused there."""
    try:
        found = next(vobject.readComponents(card, allowQP=True, transform=False), None)
        said = _said(found) if found else {}
    except BROKEN:
        said = {}
    name = _first(said, "FN") or _of_parts(_first(said, "N"))
    organisation = _first(said, "ORG").split(";")[0].strip()
    post = _first(said, "TITLE")
    works = ", ".join(filter(None, [post, organisation if name else ""]))
    return [
        name or organisation,
        "\n".join(map(_number, _all(said, "TEL"))),
        "\n".join(each.removeprefix("mailto:") for each in _all(said, "EMAIL")),
        ", ".join(filter(None, map(str.strip, _first(said, "ADR").split(";")))),
        "\n".join(filter(None, [works, *_all(said, "NOTE")])),
        _first(said, "UID"),
    ]


def _number(value):
    return value.removeprefix("tel:").replace(";ext=", " ext. ")


def _said(card) -> dict[str, list[str]]:
    said = {}
    for line in card.lines():
        if isinstance(line.value, str):
            said.setdefault(line.name.upper(), []).append(line.value)
    return said


def _all(said, name):
    return [_plain(value) for value in said.get(name, [])]


def _first(said, name):
    return next(iter(_all(said, name)), "")


def _of_parts(name):
    """«Surname;First name;Patronymic» of a card without a written name."""
    return " ".join(filter(None, map(str.strip, name.split(";")[:3])))


def _plain(value):
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
