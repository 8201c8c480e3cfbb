"""What a person asks about their data: received, answered in the term of the law."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients.actions.consent import withdraw_all
from clients.models import PersonalRequest
from clients.personal.lifecycle import HANDLE_RIGHT, LIFE, LONGER, TERMS, Kind, Step
from clients.personal.terms import DEADLINE
from company.deadlines import actions as deadlines
from company.deadlines.terms import Term, Unit
from core import clock
from core.errors import Refused


@transaction.atomic
def receive_request(client, *, by, kind, source, received_on, text="") -> PersonalRequest:
    """The term runs from the day it came. What withdraws a consent does so at once."""
    if not by.has_perm(HANDLE_RIGHT):
        raise PermissionDenied
    if received_on > clock.today():
        raise Refused(_("A request cannot have come in the future."))
    due_at = TERMS[Kind(kind)].after(clock.midnight(received_on))
    found = PersonalRequest.objects.create(
        client=client,
        kind=kind,
        source=source,
        text=text.strip(),
        received_on=received_on,
        due_at=due_at,
        created_at=clock.now(),
        by=by,
    )
    deadlines.start(found, DEADLINE, by=by, due_at=due_at)
    if kind == Kind.WITHDRAWAL:
        withdraw_all(client, by=by, note=str(found))
    return found


@transaction.atomic
def extend_request(request, *, by, note) -> PersonalRequest:
    """By the five working days that the law allows, for a reason that the person is told."""
    _demand(note, _("Write down the reason: the person is told it."))
    longer = Term(LONGER.get(request.kind, 0), Unit.WORKING_DAYS)
    due_at = longer.after(request.due_at)
    LIFE.take(request, Step.EXTEND, by=by, note=note.strip(), due_at=due_at, is_prolonged=True)
    deadlines.start(request, DEADLINE, by=by, due_at=due_at)
    return request


@transaction.atomic
def fulfil_request(request, *, by, note) -> PersonalRequest:
    _demand(note, _("Write down what was answered."))
    LIFE.take(request, Step.FULFIL, by=by, note=note.strip(), answer=note.strip())
    deadlines.meet(request, DEADLINE, by=by)
    return request


@transaction.atomic
def refuse_request(request, *, by, note) -> PersonalRequest:
    _demand(note, _("Write down on what ground it is refused."))
    LIFE.take(request, Step.REFUSE, by=by, note=note.strip(), answer=note.strip())
    deadlines.meet(request, DEADLINE, by=by)
    return request


def _demand(note, sentence):
    if not note.strip():
        raise Refused(sentence)
