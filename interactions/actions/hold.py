"""What came of it: held, tried in vain, put off, not needed, or settled by mistake."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from core import cells
from core.errors import Refused
from core.registry import Said
from interactions.actions import reminders
from interactions.actions.register import follow_up, refuse_impossible
from interactions.lifecycle import LIFE, NOT_SETTLED, STEP_OF, Result, Step
from interactions.models import Interaction


@transaction.atomic
def hold(
    interaction, *, by, result="", outcome=None, note="", again_at=None, next_step=None,
    answer="", answer_on=None,
):  # fmt: skip
    """Record what came of it: reached settles it; not reached and «again at» leave it planned anew.

    `outcome` is the firm's word for it, which says the `result`; one that demands a next step is
    refused without. `answer` is one of those of the call's reason, with its day.
    """
    reason = interaction.owed_call_reason
    if reason and reason.lock:
        reason.lock(interaction)
    locked = _locked(interaction)
    if not locked.is_planned:
        raise Refused(_("This call is settled already."))
    result = outcome.meaning if outcome else result
    _refuse_incomplete(locked, result, outcome, again_at, next_step or answer)
    said = _said(locked, result, answer, answer_on, note)
    note = _in_words(locked, said) if said else note
    LIFE.take(
        locked,
        STEP_OF[result],
        by=by,
        note=note,
        result=result,
        outcome=outcome,
        held_by=by,
        attempts=locked.attempts + 1,
        planned_at=locked.planned_at if result == Result.REACHED else again_at or locked.planned_at,
    )
    if note:
        locked.note = note
        locked.save(update_fields=["note"])
    if next_step:
        follow_up(locked, next_step, by=by)
    _go_on(locked, said, by=by)
    return locked


def _said(interaction, result, code, day, words) -> Said | None:
    reason = interaction.owed_call_reason
    if result != Result.REACHED or not (reason and reason.answers):
        return None
    answer = reason.answer(code)
    if answer is None:
        raise Refused(_("Say what the client has answered."))
    if answer.asks_day and day is None:
        raise Refused(_("Say which day the client has named."))
    if answer.asks_words and not words.strip():
        raise Refused(_("Write down what the client says."))
    return Said(code, day if answer.asks_day else None, words.strip())


def _in_words(interaction, said) -> str:
    """The answer stands in the story before what was written beside it."""
    with translation.override(settings.LANGUAGE_CODE):
        label = str(interaction.owed_call_reason.answer(said.code).label)
        named = f"{label}: {cells.day(said.day)}" if said.day else label
        return ". ".join(filter(None, (named, said.words)))


def _go_on(interaction, said, *, by):
    if not interaction.is_planned:
        assignment.recall(interaction, by=by)  # nobody has to take it over any more
    reminders.follow(interaction)
    reason = interaction.owed_call_reason
    if reason and reason.on_result:
        heard = {"said": said} if reason.answers else {}
        reason.on_result(interaction, by=by, **heard)


def _locked(interaction):
    return (
        Interaction.objects.select_for_update(of=("self",))
        .select_related("kind")
        .get(pk=interaction.pk)
    )


def _refuse_incomplete(interaction, result, outcome, again_at, next_step):
    if outcome and outcome.kind_id != interaction.kind_id:
        raise Refused(_("This result belongs to another kind."))
    if result == Result.AGAIN and again_at is None:
        raise Refused(_("Say when to call again: a moment in the future."))
    if again_at:
        refuse_impossible(again_at)
    if not next_step and demands_next(interaction, result, outcome):
        raise Refused(_("Plan the next step: this result demands one."))


def demands_next(interaction, result, outcome=None) -> bool:
    """The result's own word counts before that of its kind."""
    if outcome:
        return outcome.demands_next
    return result == Result.REACHED and interaction.kind.demands_next


@transaction.atomic
def drop(interaction, *, by, note=""):
    """Not needed any more: the client has called, came by, or thought better of it."""
    locked = _locked(interaction)
    LIFE.take(locked, Step.DROP, by=by, note=note, held_by=by)
    reminders.follow(locked)
    return locked


@transaction.atomic
def reopen(interaction, *, by):
    """Settled by mistake: it stands among what is planned again."""
    locked = _locked(interaction)
    LIFE.take(locked, Step.REOPEN, by=by, **NOT_SETTLED)
    return locked
