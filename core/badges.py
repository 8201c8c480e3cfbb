"""Icons and states as they are drawn; each is put together once, since a page shows dozens."""

from functools import cache, lru_cache, partialmethod
from inspect import getattr_static

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core import icons, looks

_UNSPOKEN = mark_safe('aria-hidden="true"')


@lru_cache(maxsize=1000)
def icon(name: str, label: str = "") -> SafeString:
    spoken = format_html('role="img" aria-label="{}"', label) if label else _UNSPOKEN
    shape = '<svg class="icon" viewBox="0 0 24 24" {}>{}</svg>'
    return format_html(shape, spoken, icons.drawing(name))


def badge(look: looks.Look, label) -> str:
    return "" if label is None or label == "" else _badge(look, str(label))


@lru_cache(maxsize=1000)
def _badge(look, label):
    shape = '<span class="state state-{}">{}{}</span>'
    return format_html(shape, look.tone, icon(look.icon), label)


def of_row(row, path="status") -> str:
    """`path` may lead to a state of a related row."""
    *way, field = path.split(".")
    for step in way:
        row = getattr(row, step)
    value = getattr(row, field)
    return badge(looks.look(row._meta.label_lower, field, value), word_of(row, field, value))


def word_of(row, field, value):
    """`get_…_display`, which puts all choices together each time."""
    known = _words(type(row), field)
    if known is not None:
        return known.get(value, value)
    shown = getattr(row, f"get_{field}_display", None)
    return shown() if shown else value


@cache
def _words(model, field) -> dict | None:
    """None where the row says it in its own way."""
    plain = getattr_static(model, f"get_{field}_display", None)
    if not isinstance(plain, partialmethod):
        return None
    return dict(plain.keywords["field"].flatchoices)
