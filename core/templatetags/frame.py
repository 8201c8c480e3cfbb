"""Tags and filters that every template has without `{% load %}`."""

from django import template
from django.utils.translation import gettext as _

from core import badges, cells, looks
from core import money as money_of

register = template.Library()
NOTHING = "—"


@register.simple_tag
def icon(name, label=""):
    """`{% icon "phone" %}`; with a label where no word stands beside it."""
    return badges.icon(name, str(label))


@register.simple_tag
def state(row, path="status"):
    """`{% state order %}`, `{% state order "client.relation" %}`: icon, word and tone."""
    return badges.of_row(row, path)


@register.simple_tag
def state_of(model_label, field, value, label):
    """The same for rows that are not model objects: `{% state_of "orders.workorder" … %}`."""
    return badges.badge(looks.look(model_label, field, value), label)


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
    """`{{ position.width_mm|by:position.height_mm }}` → «600×800»"""
    return cells.size(width_mm, height_mm)


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
