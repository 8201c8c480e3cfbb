"""The life of an interaction: planned, then held, cancelled or not needed. One screen.

A call that nobody answered stays planned; a call that is settled may be owed again.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route


class Status(TextChoices):
    PLANNED = "planned", pgettext_lazy("interaction", "Planned")
    HELD = "held", pgettext_lazy("interaction", "Held")
    DROPPED = "dropped", pgettext_lazy("interaction", "Not needed any more")
    CANCELLED = "cancelled", pgettext_lazy("interaction", "Cancelled")


class Result(TextChoices):
    REACHED = "reached", pgettext_lazy("call", "Reached")
    NOT_REACHED = "not_reached", pgettext_lazy("call", "Not reached")
    AGAIN = "again", pgettext_lazy("call", "Call again at")


class Step(TextChoices):
    HOLD = "hold", pgettext_lazy("interaction step", "Held")
    MISS = "miss", pgettext_lazy("interaction step", "Not reached")
    PUT_OFF = "put_off", pgettext_lazy("interaction step", "Put off")
    DROP = "drop", pgettext_lazy("interaction step", "Not needed any more")
    REOPEN = "reopen", pgettext_lazy("interaction step", "Planned again")
    MOVE = "move", pgettext_lazy("interaction step", "Moved")
    CANCEL = "cancel", pgettext_lazy("interaction step", "Cancelled")


def is_no_letter(interaction):
    """What the outbox has taken is said, whatever becomes of it."""
    is_copy = interaction.letter_id is not None
    return _("This is the copy of a letter: it cannot be planned.") if is_copy else None


S = Status
HOLD_RIGHT = "interactions.hold_interaction"
# fmt: off
ROUTES = {
    Step.HOLD:    Route({S.PLANNED}, S.HELD, stamp="held_at", happening="interaction_held",
                        right=HOLD_RIGHT),
    Step.MISS:    Route({S.PLANNED}, S.PLANNED, right=HOLD_RIGHT),
    Step.PUT_OFF: Route({S.PLANNED}, S.PLANNED, right=HOLD_RIGHT),
    Step.DROP:    Route({S.PLANNED}, S.DROPPED, stamp="held_at", right=HOLD_RIGHT),
    Step.REOPEN:  Route({S.HELD, S.DROPPED, S.CANCELLED}, S.PLANNED, right=HOLD_RIGHT,
                        must=(is_no_letter,)),
    Step.MOVE:    Route({S.PLANNED}, S.PLANNED, right=HOLD_RIGHT),
    Step.CANCEL:  Route({S.PLANNED}, S.CANCELLED, stamp="held_at", right=HOLD_RIGHT),
}
# fmt: on
LIFE = Life(Step, ROUTES, "interactions.interaction", states=Status)
STEP_OF = {Result.REACHED: Step.HOLD, Result.NOT_REACHED: Step.MISS, Result.AGAIN: Step.PUT_OFF}
NOT_SETTLED = {"held_at": None, "held_by": None, "result": "", "outcome": None}
TRIES = {Step.HOLD, Step.MISS, Step.PUT_OFF}
