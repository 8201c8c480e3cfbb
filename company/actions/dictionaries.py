"""Entries of dictionaries: added, changed, moved, switched off and on; never deleted."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from core.errors import Refused

STEP = 10


def add_entry(entry, dictionary, *, by):
    """Keep a new entry at the end of the list; a code that nobody types is made up."""
    _demand(dictionary, by)
    if dictionary.ordered():
        last = dictionary.model.objects.aggregate(last=Max("ordering"))["last"] or 0
        entry.ordering = last + STEP
    if dictionary.has("code") and not entry.code:
        entry.code = _free_code(dictionary.model)
    entry.save()
    return entry


def change_entry(entry, dictionary, *, by):
    _demand(dictionary, by)
    entry.save()
    return entry


@transaction.atomic
def move_entry(entry, dictionary, *, by, up):
    """One place up or down among the entries in use; numbers the list anew."""
    _demand(dictionary, by)
    rows = list(dictionary.model.objects.active().select_for_update().order_by("ordering", "name"))
    place = next((place for place, row in enumerate(rows) if row.pk == entry.pk), None)
    other = None if place is None else place - 1 if up else place + 1
    if other is None or not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    for place, row in enumerate(rows, start=1):
        row.ordering = place * STEP
    dictionary.model.objects.bulk_update(rows, ["ordering"])


def switch_entry(entry, dictionary, *, by):
    """Off: it is offered no more, and stays where it stands. On: the other way round."""
    _demand(dictionary, by)
    if entry.is_active and (reason := dictionary.why_not_off(entry)):
        raise Refused(reason)
    entry.is_active = not entry.is_active
    entry.save(update_fields=["is_active"])


def _demand(dictionary, by):
    if not by.has_perm(dictionary.right):
        raise PermissionDenied


def _free_code(model):
    word, number = model._meta.model_name, model.objects.count() + 1
    while model.objects.filter(code=f"{word}-{number}").exists():
        number += 1
    return f"{word}-{number}"
