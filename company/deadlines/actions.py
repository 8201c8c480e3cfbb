"""Setting, pausing and meeting a deadline; the verbs of its owner call these."""

from django.db import transaction
from django.utils.translation import gettext as _

from company.deadlines.lifecycle import LIFE, Step
from company.deadlines.terms import Term, resumed
from company.models import Deadline
from core import clock
from core.errors import Refused


@transaction.atomic
def start(owner, kind: str, *, by, term: Term | None = None, due_at=None) -> Deadline:
    """Watch `owner` until `term` from now has passed, or until the named moment.

    One that stands already is set anew and warns anew. Warnings whose moment is past already are
    not given.
    """
    now = clock.now()
    values = {
        "counted_from": now,
        "set_at": now,
        "due_at": due_at or term.after(now),
        "amount": term.amount if term else None,
        "unit": term.unit if term else "",
    }
    deadline = _found(owner, kind)
    if deadline is None:
        deadline = Deadline(kind=kind, **_owner(owner), **values)
        deadline.next_warning_at = _next(deadline)
        deadline.save()
        return deadline
    values |= {"round": deadline.round + 1, "paused_at": None, "pause_reason": "", "met_at": None}
    LIFE.take(deadline, Step.MOVE, by=by, **values)
    return _rescheduled(deadline)


@transaction.atomic
def pause(owner, kind: str, *, by, reason: str) -> Deadline:
    if not reason.strip():
        raise Refused(_("Say why it waits: the pause stands in the history."))
    deadline = _standing(owner, kind)
    words = {"note": reason.strip(), "pause_reason": reason.strip()}
    LIFE.take(deadline, Step.PAUSE, by=by, **words)
    return deadline


@transaction.atomic
def resume(owner, kind: str, *, by) -> Deadline:
    """What was left of the term when it was paused is left from now on."""
    deadline = _standing(owner, kind)
    if not deadline.is_paused:
        raise Refused(_("This deadline is not paused."))
    times = deadline.counted_from, deadline.due_at, deadline.unit
    start_, due_at = resumed(*times, paused_at=deadline.paused_at, now=clock.now())
    moved = {"counted_from": start_, "due_at": due_at, "paused_at": None, "pause_reason": ""}
    LIFE.take(deadline, Step.RESUME, by=by, **moved)
    return _rescheduled(deadline)


@transaction.atomic
def meet(owner, kind: str, *, by):
    """What was due is done, or not needed: nobody is warned any more."""
    deadline = _found(owner, kind)
    if deadline and (deadline.is_running or deadline.is_paused):
        LIFE.take(deadline, Step.MEET, by=by)


def schedule(deadline) -> list[tuple]:
    """(moment, code) of every warning that this deadline gives, the earliest first."""
    moments = [(warn.moment(deadline), warn.code) for warn in deadline.kind_entry.warnings]
    return sorted((moment, code) for moment, code in moments if moment > deadline.set_at)


def _next(deadline, given=()):
    return next((moment for moment, code in schedule(deadline) if code not in given), None)


def reschedule(deadline, given):
    Deadline.objects.filter(pk=deadline.pk).update(next_warning_at=_next(deadline, given))


def given_codes(deadline) -> set[str]:
    return set(deadline.warnings.filter(round=deadline.round).values_list("code", flat=True))


def _rescheduled(deadline):
    reschedule(deadline, given_codes(deadline))
    return deadline


def _owner(owner):
    return {"owner_type": owner._meta.label_lower, "owner_id": owner.pk}


def _found(owner, kind):
    return Deadline.objects.of(owner).of_kind(kind).select_for_update().first()


def _standing(owner, kind):
    found = _found(owner, kind)
    if found is None:
        raise Refused(_("There is no such deadline."))
    return found
