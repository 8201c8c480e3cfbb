"""The days that regulations count from: those that apps know, and own fields of a date."""

from calendar import isleap
from datetime import date

from django.db.models import DateField, F, Q
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, TruncDate
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from clients.models import Client, ContactPerson
from company import own_fields
from company.models import OwnField
from core import clock, registry
from core.registry import Occasion

OWN = "own."


def all_of_them() -> dict[str, Occasion]:
    known = sorted(registry.occasions, key=lambda each: each.order)
    dated = [field for field in own_fields.fields_of(Client) if field.kind == OwnField.Kind.DATE]
    return {each.code: each for each in [*known, *map(_of_own, dated)]}


def _of_own(field):
    def rows():
        known = Client.objects.filter(own__has_key=field.code)
        text = KeyTextTransform(field.code, "own")
        return known.annotate(own_day=Cast(text, DateField()))

    return Occasion(f"{OWN}{field.code}", field.label, rows, "pk", "own_day")


def between(occasion, since: date, until: date):
    """The occasions of these days, both included, with `on`, the day of each."""
    if occasion.is_moment:
        found = occasion.rows().filter(**clock.during(occasion.day, since, until))
    else:
        found = occasion.rows().filter(**{f"{occasion.day}__range": (since, until)})
    return with_day(occasion, found)


def with_day(occasion, rows):
    if occasion.is_moment:
        return rows.annotate(on=TruncDate(occasion.day, tzinfo=get_default_timezone()))
    return rows.annotate(on=F(occasion.day))


def anniversaries(occasion, day: date):
    """The occasions of earlier years on this day; of 29 February on the first of March where there
    is none."""
    wanted = Q(on__month=day.month, on__day=day.day)
    if (day.month, day.day) == (3, 1) and not isleap(day.year):
        wanted |= Q(on__month=2, on__day=29)
    rows = with_day(occasion, occasion.rows())
    return rows.filter(wanted, on__lt=date(day.year, 1, 1))


def birthdays():
    return ContactPerson.objects.filter(left_on=None, birthday__isnull=False)


def whose_birthday(client_id, day) -> str:
    people = birthdays().filter(client=client_id, birthday__month=day.month, birthday__day=day.day)
    return ", ".join(str(person) for person in people)


def contribute():
    registry.occasions += [
        Occasion(
            "birthday", _("Birthday of a contact person"), birthdays, "client", "birthday",
            told=whose_birthday, order=30,
        ),
        Occasion(
            "registered", _("First contact"), Client.objects.all, "pk", "created_at", True,
            order=40,
        ),
    ]  # fmt: skip
