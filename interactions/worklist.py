"""The calls to be worked through: what is overdue, what is for today, what comes later."""

from typing import NamedTuple

from django.utils.translation import pgettext_lazy

from core import registry
from core.prepared import prepared
from interactions.actions import drop_unless_due
from interactions.models import Interaction
from interactions.querysets import PLANNED

SHOWN = 50
LAST_DEALINGS = 3
LOOKED_THROUGH = 30


class Group(NamedTuple):
    code: str
    label: str
    calls: list
    count: int


class Reason(NamedTuple):
    code: str
    label: str
    count: int


LABELS = {
    "overdue": pgettext_lazy("calls", "Overdue"),
    "due_today": pgettext_lazy("calls", "Today"),
    "later": pgettext_lazy("calls", "Later"),
}


def seen_by(user, reason=""):
    rows = Interaction.objects.visible_to(user)
    return rows.owed_for(reason) if reason else rows


def within_reach(user):
    return Interaction.objects.within_reach_of(user).with_people()


def groups(user, reason="") -> list[Group]:
    counts = seen_by(user, reason).count_by_term()
    return [
        Group(code, LABELS[code], _calls(user, code, reason) if counts[code] else [], counts[code])
        for code in LABELS
    ]


def _calls(user, code, reason):
    if reason:
        return getattr(seen_by(user, reason), code)().worked_through(user, SHOWN)
    keys = tuple(_keys(user, code=code))
    # Always as many, so that it is one question.
    return _in_turn(keys + keys[-1:] * (SHOWN - len(keys)), user) if keys else []


@prepared
def _keys(user, *, code):
    """Put in order before they are joined, since a few thousand may be due."""
    rows = getattr(seen_by(user), code)()
    return rows.own_first(user).values_list("pk", flat=True)[:SHOWN]


@prepared
def _in_turn(keys, user):
    return Interaction.objects.filter(pk__in=keys).in_turn(user)


def next_after(shown: list[Group], pk: int) -> int | None:
    """The call to be made after `pk`, in the order in which they are shown for today."""
    due = [call.pk for group in shown if group.code != "later" for call in group.calls]
    return due[due.index(pk) + 1] if pk in due[:-1] else None


def reasons(user) -> list[Reason]:
    """Why calls are due by the end of today, with how many of each; only grounds that have some."""
    counts = Interaction.objects.visible_to(user).due().count_by_reason()
    known = {code: reason.label for code, reason in registry.owed_call_reasons.items()}
    known[PLANNED] = pgettext_lazy("calls", "Planned by us")
    return [Reason(code, known[code], counts[code]) for code in known if counts.get(code)]


def following(user, reason="", after=None):
    """The first due call, or the first below `after`; those that are not owed any more are settled
    on the way. None at the end of the list."""
    due = seen_by(user, reason).due()
    for _each in range(LOOKED_THROUGH):
        found = (due.after(after, user) if after else due).worked_through(user, 1)
        if not found or not drop_unless_due(found[0]):
            return found[0] if found else None
        after = found[0]
    return None


def last_dealings(call) -> list[Interaction]:
    rows = Interaction.objects.filter(client=call.client_id).held().exclude(pk=call.pk)
    return list(rows.with_employees().newest_first()[:LAST_DEALINGS])
