"""How a value of a list or report column is written, by the column's kind."""

from decimal import Decimal
from functools import lru_cache
from html import escape

from django.utils import timezone
from django.utils.formats import date_format, get_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core import badges, looks, money, phones

NBSP = "\u00a0"
LONGEST_NUMBER = 20


def grouped(value) -> str:
    return f"{value:,}".replace(",", NBSP).replace(".", ",")


def decimal(value) -> str:
    """Without the zeros at its end: «7,5», «50 000»."""
    return grouped(Decimal(f"{value.normalize():f}"))


def rubles(value) -> str:
    return f"{money.amount(value)}{NBSP}₽"


def size(*sides_mm) -> str:
    """«600×800», on pages and papers alike: as the trade types it, and never torn in two."""
    return "×".join(str(side) for side in sides_mm)


def day(value) -> str:
    return _day(value, get_language())


@lru_cache(maxsize=2000)
def _day(value, language):
    return date_format(value, "SHORT_DATE_FORMAT")


def moment(value) -> str:
    """Letter by letter takes ten times as long, and a page shows dozens."""
    local = timezone.localtime(value)
    if get_format("SHORT_DATETIME_FORMAT") == "d.m.Y H:i":
        return local.strftime("%d.%m.%Y %H:%M")
    return date_format(local, "SHORT_DATETIME_FORMAT")


def telephone(value) -> str:
    return phones.show(value).replace(" ", NBSP)


def strong(value) -> SafeString:
    """A number is one word, though it has hyphens: «2026-000123»."""
    text = str(value)
    is_number = len(text) <= LONGEST_NUMBER and len(text.split()) == 1
    whole = mark_safe(' class="nowrap"') if is_number else ""
    return format_html("<strong{}>{}</strong>", whole, text)


WRITTEN = {
    "number": grouped,
    "money": rubles,
    "date": day,
    "moment": moment,
    "phone": telephone,
    "percent": lambda value: f"{grouped(value)}{NBSP}%",
    "strong": strong,
    "name": lambda value: format_html('<strong title="{}">{}</strong>', value, value),
}


def written(kind: str, value):
    if value is None or value == "":
        return ""
    return WRITTEN[kind](value) if kind in WRITTEN else value


def joined(cells) -> SafeString:
    """The cells of a row: their attributes as flatatt writes them, and what they show, escaped here
    at once: a page has hundreds, and format_html takes longer than all of their contents."""
    return mark_safe("".join(f"<td{has}>{_escaped(it)}</td>" for has, it in cells))


def _escaped(it) -> str:
    return it.__html__() if hasattr(it, "__html__") else escape(str(it))


def linked(url: str, shown) -> SafeString:
    """The first cell of a row leads to it."""
    return format_html('<a class="row-link" href="{}">{}</a>', url, shown) if url else shown


def shown(row, column, value):
    """A value of a list's row: what `written` makes of it, or a state with its icon."""
    if column.kind != "status":
        return written(column.kind, value)
    if not callable(column.value):
        return badges.of_row(row, column.value or column.code)
    look = looks.look(row._meta.label_lower, column.code, value)
    return badges.badge(look, value and value.label)
