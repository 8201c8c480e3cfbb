"""What people type, as numbers: «600», «60 cm», «1,2 m», «600x800», «50,50,8; 550,50,8».

Russian units and look-alike letters are accepted in any language of the screen; code has no
Russian letters, so they are looked up by name.
"""

import re
from decimal import Decimal, InvalidOperation
from unicodedata import lookup

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalog.spec import Place
from core.money import kopecks


def _cyrillic(*names: str) -> str:
    return "".join(lookup(f"CYRILLIC SMALL LETTER {name}") for name in names)


_EM, _ES = _cyrillic("EM"), _cyrillic("ES")
_UNITS = {"": 1, "mm": 1, "cm": 10, "m": 1000, _EM + _EM: 1, _ES + _EM: 10, _EM: 1000}
_TIMES_SIGN = f"[x{_cyrillic('HA')}×*]"
_TIMES = re.compile(rf"\s*{_TIMES_SIGN}\s*", re.I)
_NUMBER = re.compile(r"([\d\s]+(?:[.,]\d+)?)\s*([^\W\d_]*)\.?", re.I)
_PIECES = re.compile(rf"(\d{{1,6}})\s*(?:{_cyrillic('SHA', 'TE')}\.?|pcs)?", re.I)
_AREA = re.compile(rf"(\d+(?:[.,]\d+)?)\s*(?:[m{_EM}][2²])?", re.I)
_ROUBLES = re.compile(r"(\d{1,9}(?:[.,]\d{1,2})?)₽?")
_HOLES = re.compile(rf"(\d{{1,3}}){_TIMES_SIGN}(?:ø|d)?(\d{{1,3}})", re.I)
_LOOK_ALIKES = str.maketrans(_cyrillic("A", "VE", "ES", "IE", "O").upper(), "ABCEO")
LARGEST_MM = 100_000_000


def millimetres(text: str) -> int:
    """Whole millimetres; raises with a sentence for the person."""
    match = _NUMBER.fullmatch(_clean(text))
    if not match or match[2].lower() not in _UNITS:
        raise ValidationError(_("Type a size as a number in millimetres, for example 600."))
    value = _decimal(match[1]) * _UNITS[match[2].lower()]
    if value != value.to_integral_value():
        raise ValidationError(_("Sizes are whole millimetres."))
    return int(min(value, LARGEST_MM))


def split_sizes(text: str) -> list[str]:
    """«600x800» typed into one field is two sizes."""
    parts = _TIMES.split(_clean(text))
    return parts if len(parts) == 2 and all(parts) else [text]


def count(text: str) -> int:
    match = _PIECES.fullmatch(_clean(text))
    if not match:
        raise ValidationError(_("Type a whole number."))
    return int(match[1])


def square_metres(text: str) -> Decimal:
    match = _AREA.fullmatch(_clean(text))
    if not match:
        raise ValidationError(_("Type the area in square metres, for example 0,35."))
    return _decimal(match[1])


def roubles(text: str) -> Decimal:
    """«1 500», «1500,50», with or without the sign."""
    match = _ROUBLES.fullmatch(re.sub(r"\s", "", _clean(text)))
    if not match:
        raise ValidationError(_("Type a sum, for example 1500,50."))
    return kopecks(_decimal(match[1]))


def places(text: str) -> tuple[Place, ...]:
    """Holes one after another: from the left, from the bottom, diameter."""
    found = [_whole_numbers(part) for part in re.split(r"[;\n]", text) if part.strip()]
    if any(len(numbers) != 3 for numbers in found):
        sentence = _("Give each hole as left, bottom, diameter, for example %(how)s")
        raise ValidationError(sentence % {"how": "50,50,8; 550,50,8"})
    return tuple(Place(*numbers) for numbers in found)


def holes_without_places(text: str) -> tuple[int, int] | None:
    """«4×8» is four holes of 8 mm whose places are marked later."""
    match = _HOLES.fullmatch(re.sub(r"\s", "", text))
    return (int(match[1]), int(match[2])) if match else None


def corners(text: str) -> tuple[tuple[int, int], ...]:
    found = [_whole_numbers(part) for part in re.split(r"[;\n]", text) if part.strip()]
    if any(len(numbers) != 2 for numbers in found):
        sentence = _("Give each corner as left, bottom, for example %(how)s")
        raise ValidationError(sentence % {"how": "0,0; 700,0; 350,500"})
    return tuple((x, y) for x, y in found)


def side_letters(text: str, known: str) -> str:
    """«A, C» or «A C»."""
    letters = _clean(text).upper().translate(_LOOK_ALIKES)
    letters = re.sub(r"[\s,;+]", "", letters)
    if set(letters) - set(known):
        names = ", ".join(known)
        raise ValidationError(_("This shape has the sides %(sides)s.") % {"sides": names})
    return "".join(letter for letter in known if letter in letters)


def _whole_numbers(text: str) -> list[int]:
    numbers = re.split(r"[,\s/]+", text.strip().strip(","))
    if not all(re.fullmatch(r"\d{1,6}", number) for number in numbers):
        raise ValidationError(_("Only whole millimetres, separated by commas."))
    return [int(number) for number in numbers]


def _clean(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip()


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(re.sub(r"\s", "", text).replace(",", "."))
    except InvalidOperation:
        raise ValidationError(_("Type a number.")) from None
