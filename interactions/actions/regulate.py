"""A regulation of contact is kept, switched off and on again."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from company.robot import robot
from core import clock
from core.errors import Refused
from interactions.lifecycle import LIFE, Step
from interactions.models import ContactRegulation, Interaction

REGULATE_RIGHT = "interactions.change_contactregulation"
PIECE = 2000


@transaction.atomic
def keep_regulation(regulation, *, by, **said) -> ContactRegulation:
    """A new one is in force from today on; what is planned by the old words stays planned."""
    _may(by)
    for name, value in said.items():
        setattr(regulation, name, value)
    if regulation.pk is None:
        regulation.made_by, regulation.active_since = by, clock.today()
    _checked(regulation)
    regulation.save()
    return regulation


@transaction.atomic
def switch_off_regulation(regulation, *, by) -> int:
    """What it has planned and nobody has done is not needed any more; how many calls that were."""
    _may(by)
    locked = ContactRegulation.objects.select_for_update().get(pk=regulation.pk)
    locked.is_active = False
    locked.save(update_fields=["is_active"])
    planned = Interaction.objects.planned().filter(due__regulation=locked)
    dropped = 0
    while pks := list(planned.order_by("pk").values_list("pk", flat=True)[:PIECE]):
        calls = Interaction.objects.filter(pk__in=pks)
        # Of nothing that is due any more: nobody has put the client off.
        dropped += LIFE.take_all(calls, Step.DROP, by=robot(), held_by=by, subject_id=None)
        locked.dues.filter(call__in=pks).delete()
    locked.dues.waiting_for_a_call().delete()
    return dropped


@transaction.atomic
def switch_on_regulation(regulation, *, by) -> ContactRegulation:
    """From today on: what was due while it was off is not made up for."""
    _may(by)
    locked = ContactRegulation.objects.select_for_update().get(pk=regulation.pk)
    locked.is_active, locked.active_since, locked.planned_until = True, clock.today(), None
    _checked(locked)
    locked.save(update_fields=["is_active", "active_since", "planned_until"])
    return locked


def _may(by):
    if not by.has_perm(REGULATE_RIGHT):
        raise PermissionDenied


def _checked(regulation):
    try:
        regulation.full_clean(exclude=["made_by", "planned_until"])
    except ValidationError as fault:
        raise Refused(" ".join(fault.messages)) from fault
