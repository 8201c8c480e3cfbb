"""What somebody has changed of a client, in words: entries of the timeline."""

from decimal import Decimal
from typing import NamedTuple

from django.apps import apps
from django.db.models import DateField, OuterRef, Subquery
from django.utils.text import capfirst
from django.utils.translation import pgettext

from clients.models import Client
from company import own_fields
from company.models import Employee
from core import cells

RELATED = ("responsible", "ad_source", "group")
UNSAID = {"id", "version", "created_at", "created_by", "own"}


class Change(NamedTuple):
    code: str  # of the attribute, which may be hidden from who reads it
    what: str
    before: str
    after: str


def _events():
    return apps.get_model("clients", "ClientEvent").objects


def of_client(client, user):
    """The card's beginning is no change: its day stands among the facts."""
    return _events().filter(pgh_obj=client.pk, pgh_label="update")


def described(events) -> list:
    """Each with `who` changed it and its `changes`: four queries, however many."""
    earlier = (
        _events()
        .filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
        .order_by("-pgh_created_at", "-pgh_id")
    )
    found = list(
        events.select_related("pgh_context", *RELATED).annotate(
            before=Subquery(earlier.values("pgh_id")[:1])
        )
    )
    before = _events().select_related(*RELATED).in_bulk({each.before for each in found} - {None})
    people = Employee.objects.in_bulk({_actor(each) for each in found} - {None})
    fields = own_fields.fields_of(Client) if any(each.own for each in found) else []
    for event in found:
        event.who = people.get(_actor(event))
        event.changes = _compared(before.get(event.before), event, fields)
    return found


def _actor(event):
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _compared(before, after, fields) -> list[Change]:
    if before is None:
        return []
    changed = [
        _change(field, before, after)
        for field in Client._meta.concrete_fields
        if _is_told(field, after)
        and getattr(before, field.attname) != getattr(after, field.attname)
    ]
    return changed + _own_compared(before.own, after.own, fields)


def _change(field, before, after):
    label = capfirst(str(field.verbose_name))
    return Change(field.name, label, _written(before, field), _written(after, field))


def _is_told(field, event):
    return field.name not in UNSAID and not field.generated and hasattr(event, field.attname)


def _own_compared(before, after, fields):
    changed = [each for each in fields if before.get(each.code) != after.get(each.code)]
    return [
        Change(f"own.{each.code}", each.label, _own_words(each, before), _own_words(each, after))
        for each in changed
    ]


def _own_words(field, own):
    return str(own_fields.words(field, own[field.code])) if field.code in own else ""


def _written(event, field) -> str:
    value = getattr(event, field.name)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return str(pgettext("answer", "Yes") if value else pgettext("answer", "No"))
    if isinstance(value, Decimal):
        return cells.grouped(value.normalize() + 0)
    return cells.day(value) if isinstance(field, DateField) else str(value)
