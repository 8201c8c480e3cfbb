from django.db import transaction
from django.utils.translation import gettext as _

from company.robot import robot
from core import cells, clock
from core.errors import Refused
from sales.interests import answering, bells
from sales.interests.actions.answer import first_answer, locked
from sales.interests.lifecycle import INTEREST_LIFE, InterestVerb
from sales.models import Interest

UNDONE = {"postponed_until": None, "decided_at": None, "decision_minutes": None}


@transaction.atomic
def postpone(interest, *, by, until, note="") -> Interest:
    """The client asked to be spoken to later: on that day it comes back by itself."""
    interest = locked(interest)
    if until <= clock.today():
        raise Refused(_("Name a day after today."))
    INTEREST_LIFE.take(
        interest,
        InterestVerb.POSTPONE,
        by=by,
        note=". ".join(filter(None, [cells.day(until), note.strip()])),
        postponed_until=until,
        **first_answer(interest),
    )
    answering.met(interest, by=by)
    return interest


@transaction.atomic
def take_up(interest, *, by, note="") -> Interest:
    """Before its day, or after nothing had come of it."""
    interest = locked(interest)
    INTEREST_LIFE.take(
        interest, InterestVerb.TAKE_UP, by=by, note=note.strip(), loss_reason=None, **UNDONE
    )
    return interest


def return_due() -> int:
    """Every postponed one whose day has come, each in its own transaction; it rings once."""
    due = list(Interest.objects.due_back().values_list("pk", flat=True))
    return sum(_return(pk) for pk in due)


@transaction.atomic
def _return(pk) -> bool:
    waiting = Interest.objects.due_back().select_for_update(of=["self"], skip_locked=True)
    interest = waiting.select_related("client", "responsible").filter(pk=pk).first()
    if interest is None:
        return False
    bells.tell_of_return(interest)
    INTEREST_LIFE.take(interest, InterestVerb.TAKE_UP, by=robot(), **UNDONE)
    return True
