"""The calls to be worked through: what is overdue, what is for today, what comes later."""

from typing import NamedTuple

from django.utils.translation import pgettext_lazy

from interactions.models import Interaction

SHOWN = 50


class Group(NamedTuple):
    code: str
    label: str
    calls: list
    count: int


LABELS = {
    "overdue": pgettext_lazy("calls", "Overdue"),
    "due_today": pgettext_lazy("calls", "Today"),
    "later": pgettext_lazy("calls", "Later"),
}


def seen_by(user):
    return Interaction.objects.visible_to(user).with_people()


def groups(user) -> list[Group]:
    counts = Interaction.objects.visible_to(user).count_by_term()
    return [
        Group(code, LABELS[code], _calls(user, code) if counts[code] else [], counts[code])
        for code in LABELS
    ]


def _calls(user, code):
    rows = getattr(seen_by(user), code)()
    return list(rows.own_first(user).prefetch_related("client__phones")[:SHOWN])


def next_after(shown: list[Group], pk: int) -> int | None:
    """The call to be made after `pk`, in the order in which they are shown for today."""
    due = [call.pk for group in shown if group.code != "later" for call in group.calls]
    return due[due.index(pk) + 1] if pk in due[:-1] else None
