"""Tags and filters that every template has without `{% load %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from core import cells, icons, looks
from core import money as money_of
from core.cells import NBSP

register = template.Library()
NOTHING = "—"
_UNSPOKEN = mark_safe('aria-hidden="true"')


@register.simple_tag
def icon(name, label=""):
    """`{% icon "phone" %}`; with a label where no word stands beside it."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else _UNSPOKEN
    shape = '<svg class="icon" viewBox="0 0 24 24" {}>{}</svg>'
    return format_html(shape, spoken, icons.drawing(name))


@register.simple_tag
def state(row, path="status"):
    """`{% state order %}`, `{% state order "client.relation" %}`: icon, word and tone."""
    *way, field = path.split(".")
    for step in way:
        row = getattr(row, step)
    value = getattr(row, field)
    shown = getattr(row, f"get_{field}_display", None)
    return badge(looks.look(row._meta.label_lower, field, value), shown() if shown else value)


@register.simple_tag
def state_of(model_label, field, value, label):
    """The same for rows that are not model objects: `{% state_of "orders.workorder" … %}`."""
    return badge(looks.look(model_label, field, value), label)


def badge(look, label):
    if label is None or label == "":
        return ""
    shape = '<span class="state state-{}">{}{}</span>'
    return format_html(shape, look.tone, icon(look.icon), label)


@register.simple_tag
def cell(row, shown):
    """A value of a list: `shown` is {column, value}."""
    column, value = shown["column"], shown["value"]
    if column.kind != "status":
        return cells.written(column.kind, value)
    if not callable(column.value):
        return state(row, column.value or column.code)
    return badge(looks.look(row._meta.label_lower, column.code, value), value and value.label)


@register.simple_tag
def figure(shown):
    """A value of a report: `shown` is {column, value, url}."""
    return cells.written(shown["column"].kind, shown["value"])


@register.filter
def money(value):
    """12345.5 → «12 345,50 ₽»"""
    return NOTHING if value is None or value == "" else cells.rubles(value)


@register.filter
def amount(value):
    """The same without the sign, for tables whose heading names the unit."""
    return NOTHING if value is None or value == "" else money_of.amount(value)


@register.filter
def count(value):
    """12345 → «12 345»"""
    return NOTHING if value is None or value == "" else cells.grouped(value)


@register.filter
def phone(e164, extension=""):
    if not extension:
        return cells.telephone(e164)
    return _("%(phone)s, ext. %(extension)s") % {
        "phone": cells.telephone(e164),
        "extension": extension,
    }


@register.filter
def mm(value):
    return NOTHING if value is None else _("%(length)s mm") % {"length": cells.grouped(value)}


@register.filter
def by(width_mm, height_mm):
    """`{{ position.width_mm|by:position.height_mm }}` → «600 × 800»"""
    return f"{width_mm}{NBSP}×{NBSP}{height_mm}"


@register.filter
def area(value_m2):
    """Decimal("0.480") → «0,48 м²»"""
    if value_m2 is None:
        return NOTHING
    plain = f"{value_m2:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return _("%(area)s m²") % {"area": plain.replace(".", ",")}


@register.filter
def initials(full_name):
    return "".join(word[0] for word in str(full_name).split()[:2])
