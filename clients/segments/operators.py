"""How an attribute of each kind may be asked for: the words, the fields to fill in, the query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from clients import attributes as kinds
from clients.models import Client
from clients.search import fold
from clients.segments import fields
from company.own_fields import as_json
from core import clock, phones


@dataclass(frozen=True)
class Operator:
    """`fields(attribute)` take its values; `where(attribute, values)` is the condition."""

    code: str
    label: str
    where: Callable[[kinds.Attribute, list], Q]
    fields: Callable[[kinds.Attribute], list[forms.Field]] = lambda attribute: []


def of(attribute) -> dict[str, Operator]:
    """Those that fit the attribute, the usual first."""
    fitting = [*BY_KIND[attribute.kind]]
    if attribute.kind == kinds.DATE and attribute.source == kinds.OWN:
        fitting.append(NEXT_DAYS)
    if is_sometimes_empty(attribute):
        fitting += [EMPTY, GIVEN]
    return {operator.code: operator for operator in fitting}


def is_sometimes_empty(attribute) -> bool:
    if attribute.empty is not None:
        return True
    return attribute.source == kinds.FIGURE and attribute.kind == kinds.DATE


def _is(attribute, lookup, value) -> Q:
    """False, and never unknown, where the attribute is not given: so that "not" is its contrary."""
    asked = Q(**{f"{attribute.path}__{lookup}": value})
    if attribute.source == kinds.RELATED:
        return Q(pk__in=Client.objects.filter(asked).values("pk"))
    return asked


def _json(attribute, value):
    return as_json(value) if attribute.source == kinds.OWN else value


def _text(lookup):
    def where(attribute, values):
        if attribute.code == "phone":
            return _of_phone(lookup, values[0])
        if attribute.code == "name":
            attribute, values = FOLDED_NAME, [fold(values[0])]
        return _is(attribute, lookup, values[0])

    return where


FOLDED_NAME = kinds.Attribute("folded_name", "", kinds.TEXT, "folded_name")
LOOKUP_OF_PHONE = {"iexact": "exact", "istartswith": "startswith", "icontains": "contains"}


def _of_phone(lookup, typed):
    known = dict.fromkeys(LOOKUP_OF_PHONE, f"phones__e164__{LOOKUP_OF_PHONE[lookup]}")
    digits = phones.digits(typed)
    wanted = [digits] if lookup == "icontains" else phones.beginnings(typed)
    asked = Q(*[(known[lookup], each) for each in wanted], _connector=Q.OR)
    return Q(pk__in=Client.objects.filter(asked).values("pk"))


def _number(lookup):
    return lambda attribute, values: _is(attribute, lookup, _json(attribute, values[0]))


def _between(attribute, values):
    low, high = (_json(attribute, value) for value in values)
    return _is(attribute, "gte", low) & _is(attribute, "lte", high)


def _moment(attribute, day: date):
    return day.isoformat() if attribute.source == kinds.OWN else clock.midnight(day)


def _days(attribute, since: date | None, until: date | None) -> Q:
    """From the one day to the other, both included."""
    asked = Q()
    if since:
        asked &= _is(attribute, "gte", _moment(attribute, since))
    if until:
        asked &= _is(attribute, "lt", _moment(attribute, until + timedelta(days=1)))
    return asked


def _ago(days) -> date:
    return clock.today() - timedelta(days=int(days))


def _one_of(attribute, values):
    return _is(attribute, "in", values)


def _all_of(attribute, values):
    every = Q()
    for value in values:
        every &= _is(attribute, "in", [value])
    return every


def _flag(answer):
    return lambda attribute, values: _is(attribute, "exact", answer)


def _empty(attribute, values):
    if attribute.empty is not None:
        return attribute.empty
    return Q(**{f"{attribute.path}__isnull": True})


EMPTY = Operator("empty", pgettext_lazy("condition", "is not known"), _empty)
GIVEN = Operator("given", pgettext_lazy("condition", "is known"), lambda *asked: ~_empty(*asked))
NEXT_DAYS = Operator(
    "next_days",
    pgettext_lazy("condition", "in the next days"),
    lambda attribute, values: _days(attribute, clock.today(), _ago(-values[0])),
    fields.days,
)
_NUMBERS = (
    Operator("at_least", pgettext_lazy("condition", "at least"), _number("gte"), fields.number),
    Operator("at_most", pgettext_lazy("condition", "at most"), _number("lte"), fields.number),
    Operator("equals", pgettext_lazy("condition", "equals"), _number("exact"), fields.number),
    Operator("between", pgettext_lazy("condition", "between"), _between, fields.two_numbers),
)
BY_KIND = {
    kinds.TEXT: (
        Operator(
            "contains", pgettext_lazy("condition", "contains"), _text("icontains"), fields.text
        ),
        Operator("equals", pgettext_lazy("condition", "equals"), _text("iexact"), fields.text),
        Operator(
            "begins", pgettext_lazy("condition", "begins with"), _text("istartswith"), fields.text
        ),
    ),
    kinds.NUMBER: _NUMBERS,
    kinds.MONEY: _NUMBERS,
    kinds.DATE: (
        Operator(
            "last_days",
            pgettext_lazy("condition", "in the last days"),
            lambda attribute, values: _days(attribute, _ago(values[0]), clock.today()),
            fields.days,
        ),
        Operator(
            "longer_ago",
            pgettext_lazy("condition", "longer ago than, days"),
            lambda attribute, values: _days(attribute, None, _ago(values[0] + 1)),
            fields.days,
        ),
        Operator(
            "after",
            pgettext_lazy("condition", "after"),
            lambda attribute, values: _days(attribute, values[0] + timedelta(days=1), None),
            fields.day,
        ),
        Operator(
            "before",
            pgettext_lazy("condition", "before"),
            lambda attribute, values: _days(attribute, None, values[0] - timedelta(days=1)),
            fields.day,
        ),
        Operator(
            "between",
            pgettext_lazy("condition", "between"),
            lambda attribute, values: _days(attribute, *values),
            fields.two_days,
        ),
        Operator(
            "equals",
            pgettext_lazy("condition", "on the day"),
            lambda attribute, values: _days(attribute, values[0], values[0]),
            fields.day,
        ),
    ),
    kinds.CHOICE: (
        Operator("one_of", pgettext_lazy("condition", "is one of"), _one_of, fields.several),
    ),
    kinds.FLAG: (
        Operator("yes", pgettext_lazy("condition", "yes"), _flag(True)),
        Operator("no", pgettext_lazy("condition", "no"), _flag(False)),
    ),
    kinds.MANY: (
        Operator("one_of", pgettext_lazy("condition", "any of"), _one_of, fields.several),
        Operator("all_of", pgettext_lazy("condition", "all of"), _all_of, fields.several),
    ),
}
