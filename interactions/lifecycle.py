"""The life of an interaction: planned, then held or dropped."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Status(TextChoices):
    PLANNED = "planned", pgettext_lazy("interaction", "Planned")
    HELD = "held", pgettext_lazy("interaction", "Held")
    DROPPED = "dropped", pgettext_lazy("interaction", "Not needed any more")


class Result(TextChoices):
    REACHED = "reached", pgettext_lazy("call", "Reached")
    NOT_REACHED = "not_reached", pgettext_lazy("call", "Not reached")
    AGAIN = "again", pgettext_lazy("call", "Call again at")
