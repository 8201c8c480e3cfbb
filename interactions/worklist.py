"""The calls to be worked through: what is overdue, what is for today, what comes later."""

from typing import NamedTuple

from django.utils.translation import pgettext_lazy

from core.lists.declared import count_text
from interactions.models import Interaction

SHOWN = 50


class Group(NamedTuple):
    code: str
    label: str
    calls: list
    count: str


LABELS = {
    "overdue": pgettext_lazy("calls", "Overdue"),
    "due_today": pgettext_lazy("calls", "Today"),
    "later": pgettext_lazy("calls", "Later"),
}


def seen_by(user):
    return Interaction.objects.visible_to(user).with_people()


def groups(user) -> list[Group]:
    return [_group(user, code) for code in LABELS]


def _group(user, code):
    rows = getattr(seen_by(user), code)()
    calls = list(rows.own_first(user).prefetch_related("client__phones")[:SHOWN])
    count = count_text(rows) if len(calls) == SHOWN else str(len(calls))
    return Group(code, LABELS[code], calls, count)


def next_after(shown: list[Group], pk: int) -> int | None:
    """The call to be made after `pk`, in the order in which they are shown for today."""
    due = [call.pk for group in shown if group.code != "later" for call in group.calls]
    return due[due.index(pk) + 1] if pk in due[:-1] else None
