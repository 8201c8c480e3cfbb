"""What is planned goes to a colleague or a department, who take it or do not."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from company.models import Department, Employee
from core.errors import Refused
from interactions.actions import reminders
from interactions.actions.plan import locked_to_hold
from interactions.lifecycle import LIFE, Step


@transaction.atomic
def hand_over(interaction, *, by, to: Employee | Department, note=""):
    """Until it is accepted it stays with who answers for it."""
    locked = locked_to_hold(interaction, by)
    if not locked.is_planned:
        raise Refused(_("This call is settled already."))
    assignment.refuse_same(to, locked.responsible)
    with translation.override(settings.LANGUAGE_CODE):
        words = _("%(who)s hands over to you: %(kind)s, %(client)s. %(note)s") % {
            "who": by.short_name,
            "kind": locked.kind.name,
            "client": locked.client.name,
            "note": note,
        }
    return assignment.offer(locked, to=to, by=by, words=words.strip(), note=note)


@transaction.atomic
def accept(interaction, *, by):
    locked = locked_to_hold(interaction, by)
    before = locked.responsible
    assignment.accept(locked, by=by)
    arrow = f"{before.short_name} \u2192 {by.short_name}"
    LIFE.take(locked, Step.MOVE, by=by, note=arrow, responsible=by, office=by.office)
    reminders.hand_on(locked, before)
    return locked


@transaction.atomic
def decline(interaction, *, by, note):
    assignment.decline(locked_to_hold(interaction, by), by=by, note=note)


@transaction.atomic
def recall(interaction, *, by):
    assignment.take_back(locked_to_hold(interaction, by), by=by)
