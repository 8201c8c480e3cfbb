"""The conditions of a segment as sentences for its page."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from clients import attributes as kinds
from clients.segments.terms import TermForm
from clients.segments.tree import OR, Group
from core import cells


def told(part, known) -> dict:
    """{words} of a condition, {join, parts} of a group: the template sets them into each other."""
    if isinstance(part, Group):
        join = _("any of these holds") if part.join == OR else _("all of these hold")
        inside = [told(each, known) for each in part.parts]
        return {"join": _not(part, join), "parts": inside}
    return {"words": _not(part, _condition(part, known))}


def _not(part, words):
    return _("not: %(words)s") % {"words": words} if part.is_not else words


def _condition(condition, known):
    attribute = known.get(condition.attribute)
    form = TermForm(condition, known)
    try:
        values = form.values()
    except ValidationError as fault:
        return " ".join(fault.messages)
    if form.is_several:
        names = {str(value): str(label) for value, label in attribute.choices()}
        said = ", ".join(names[value] for value in values)
    else:
        said = " – ".join(_shown(attribute, value) for value in values)
    return " ".join(filter(None, [f"{attribute.label}: {form.operator.label}", said]))


def _shown(attribute, value):
    if hasattr(value, "isoformat"):
        return cells.day(value)
    return value if attribute.kind == kinds.TEXT else cells.grouped(value)
