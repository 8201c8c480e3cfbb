"""The fields that a firm adds to a model: drawn in its forms, kept as JSON in the row's `own`."""

from datetime import date
from decimal import Decimal

import django_filters as filters
from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models import OwnField
from core import cells
from core.fields import NumberField, PlainTextField
from core.prepared import prepared

Kind = OwnField.Kind
LONGEST = 500
PREFIX = "own-"  # of their names in a form


def fields_of(model) -> list[OwnField]:
    return _active(model._meta.label_lower)


@prepared
def _active(label):
    return OwnField.objects.filter(model=label).active()


def form_fields(fields: list[OwnField], own: dict) -> dict[str, forms.Field]:
    """{name in the form: field with the row's value}; nothing is demanded here, the firm's entry
    regulation says what is due when."""
    return {name_of(field): _drawn(field, own.get(field.code)) for field in fields}


def collected(fields: list[OwnField], own: dict, cleaned: dict) -> dict:
    """`own` with what was typed. Answers of fields that are out of use stay; an empty one goes."""
    kept = dict(own)
    for field in fields:
        value = as_json(cleaned.get(name_of(field)))
        kept.pop(field.code, None)
        if value not in ("", None):
            kept[field.code] = value
    return kept


def shown(fields: list[OwnField], own: dict) -> list[tuple[str, str]]:
    """(label, words) of what is given, for a page."""
    return [(field.label, words(field, own[field.code])) for field in fields if field.code in own]


def filters_of(fields: list[OwnField]) -> dict[str, filters.Filter]:
    """{name: filter of a list}: for answers that are chosen, found by containment in `own`. Of
    numbers, dates and texts segments ask."""
    found = {}
    for field in fields:
        if field.kind in (Kind.CHOICE, Kind.FLAG):
            found[name_of(field)] = filters.ChoiceFilter(
                field_name="own",
                label=field.label,
                choices=_answers(field),
                empty_label=_("Any"),
                method=_said(field),
            )
    return found


def _answers(field):
    if field.kind == Kind.FLAG:
        return [("true", pgettext_lazy("answer", "Yes")), ("false", pgettext_lazy("answer", "No"))]
    return [(each, each) for each in field.options]


def _said(field):
    def narrowed(rows, name, value):
        said = value == "true" if field.kind == Kind.FLAG else value
        return rows.filter(own__contains={field.code: said})

    return narrowed


def words(field: OwnField, value) -> str:
    if field.kind == Kind.FLAG:
        return str(pgettext_lazy("answer", "Yes") if value else pgettext_lazy("answer", "No"))
    if field.kind == Kind.DATE:
        return cells.day(parse_date(value))
    if field.kind == Kind.NUMBER:
        return cells.grouped(Decimal(str(value)))
    return value


def name_of(field: OwnField) -> str:
    return f"{PREFIX}{field.code}"


def as_json(value):
    """Numbers stay numbers, so that the database compares them as such; a date is its ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _drawn(field, value):
    common = {"label": field.label, "required": False, "initial": value}
    if field.kind == Kind.NUMBER:
        return NumberField(min_value=None, max_digits=14, decimal_places=3, **common)
    if field.kind == Kind.DATE:
        return forms.DateField(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            **{**common, "initial": parse_date(value) if value else None},
        )
    if field.kind == Kind.CHOICE:
        # What was chosen before stays choosable, though the list has lost it.
        known = list(dict.fromkeys([*field.options, *([value] if value else [])]))
        options = [("", "—"), *((each, each) for each in known)]
        return forms.ChoiceField(choices=options, **common)
    if field.kind == Kind.FLAG:
        answers = [("", _("Not known")), ("true", _("Yes")), ("false", _("No"))]
        return forms.TypedChoiceField(
            choices=answers,
            coerce=lambda text: text == "true",
            empty_value=None,
            **{**common, "initial": {True: "true", False: "false"}.get(value, "")},
        )
    return PlainTextField(max_length=LONGEST, **common)
