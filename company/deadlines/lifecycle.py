"""The life of a deadline: it runs, may rest, and is met. Read this screen and you know it.

Its steps follow from those of what it belongs to, whose verbs have asked for the right.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route


class Status(TextChoices):
    RUNNING = "running", pgettext_lazy("deadline", "Runs")
    PAUSED = "paused", pgettext_lazy("deadline", "Paused")
    MET = "met", pgettext_lazy("deadline", "Over")


class Step(TextChoices):
    MOVE = "move", pgettext_lazy("deadline step", "Set anew")
    PAUSE = "pause", pgettext_lazy("deadline step", "Paused")
    RESUME = "resume", pgettext_lazy("deadline step", "Runs on")
    MEET = "meet", pgettext_lazy("deadline step", "Over")


S = Status
# fmt: off
ROUTES = {
    Step.MOVE:   Route({S.RUNNING, S.PAUSED, S.MET}, S.RUNNING, offered=False),
    Step.PAUSE:  Route({S.RUNNING}, S.PAUSED, stamp="paused_at", offered=False),
    Step.RESUME: Route({S.PAUSED}, S.RUNNING, offered=False),
    Step.MEET:   Route({S.RUNNING, S.PAUSED}, S.MET, stamp="met_at", offered=False),
}
# fmt: on


class DeadlineLife(Life):
    def may(self, obj, step, user):
        return True


LIFE = DeadlineLife(Step, ROUTES, "company.deadline", states=Status)
