"""Contact persons of a client, and how well we stand with each."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients.actions.reach import write_phones, write_reach
from clients.models import ContactPerson, RelationLevel
from core import clock
from core.errors import Refused
from core.fields import plain

CHANGE = "clients.change_client"


@transaction.atomic
def add_person(client, *, by, name, phone_text="", reach=None, relation=None, **fields):
    """`relation` is a level of RelationLevel, noted with today's date."""
    _refuse_stranger(by)
    person = ContactPerson.objects.create(
        client=client, name=_name(name), created_at=clock.now(), created_by=by, **fields
    )
    write_phones(client, phone_text, person=person)
    write_reach(client, person=person, **(reach or {}))
    if relation:
        note_relation(person, by=by, level=relation)
    return person


@transaction.atomic
def change_person(person, *, by, name, phone_text=None, reach=None, relation=None, **fields):
    _refuse_stranger(by)
    locked = ContactPerson.objects.select_for_update().get(pk=person.pk)
    for field, value in {"name": _name(name), **fields}.items():
        setattr(locked, field, value)
    locked.save()
    if phone_text is not None:
        write_phones(locked.client, phone_text, person=locked)
    write_reach(locked.client, person=locked, **(reach or {}))
    if relation:
        note_relation(locked, by=by, level=relation)
    return locked


@transaction.atomic
def note_relation(person, *, by, level, note="") -> RelationLevel | None:
    """Keep the level with its date; None where it is what it was and nothing is noted."""
    _refuse_stranger(by)
    last = person.relation_levels.first()
    if last and last.level == level and not note:
        return None
    return RelationLevel.objects.create(
        person=person, level=level, note=note, at=clock.now(), by=by
    )


def _name(text):
    name = " ".join(plain(text).split())
    if not name:
        raise Refused(_("Give the contact person a name."))
    return name


def _refuse_stranger(by):
    if not by.has_perm(CHANGE):
        raise PermissionDenied
