"""What every firm says to its clients: kinds with their results, and purposes, to begin with."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TOOK_PLACE = [
    (pgettext_lazy("result", "Took place"), "reached", ""),
    (pgettext_lazy("result", "Did not take place"), "not_reached", ""),
    (pgettext_lazy("result", "Put off"), "again", ""),
]
SAID = [(pgettext_lazy("result", "Done"), "reached", "")]
CALLED = [
    (pgettext_lazy("result", "Talked"), "reached", ""),
    (pgettext_lazy("result", "Agreed to the next step"), "reached", "yes"),
    (pgettext_lazy("result", "Refused"), "reached", "no"),
    (pgettext_lazy("result", "Not reached"), "not_reached", ""),
    (pgettext_lazy("result", "Asked to call later"), "again", ""),
]
# (name, channel, direction, has a place, demands a next step, results)
KINDS = [
    (pgettext_lazy("kind", "Outgoing call"), "call", "out", False, False, CALLED),
    (pgettext_lazy("kind", "Incoming call"), "call", "in", False, False, SAID),
    (pgettext_lazy("kind", "Meeting"), "meeting", "out", True, False, TOOK_PLACE),
    (pgettext_lazy("kind", "Presentation"), "meeting", "out", True, True, TOOK_PLACE),
    (pgettext_lazy("kind", "Online conference"), "online", "out", True, False, TOOK_PLACE),
    (pgettext_lazy("kind", "Paper letter"), "letter", "out", False, False, SAID),
    (pgettext_lazy("kind", "E-mail"), "email", "out", False, False, SAID),
    (pgettext_lazy("kind", "Message"), "message", "out", False, False, SAID),
    (pgettext_lazy("kind", "Visit"), "visit", "in", True, False, TOOK_PLACE),
]
PURPOSES = [
    _("Find out what is needed"),
    _("Tell the price"),
    _("Agree the sketch"),
    _("Agree the measuring"),
    _("Remind of payment"),
    _("Ask how it went"),
    _("Congratulate"),
]


@transaction.atomic
def load(kinds, results, purposes):
    """Where there is none yet; the words become data in the firm's language. Given the models,
    since a migration has its own."""
    if kinds.objects.exists():
        return
    with translation.override(settings.LANGUAGE_CODE):
        for place, (name, *_facts, offered) in enumerate(KINDS, start=1):
            channel, direction, has_place, demands_next = _facts
            kind = kinds.objects.create(
                name=str(name),
                channel=channel,
                direction=direction,
                has_place=has_place,
                demands_next=demands_next,
                ordering=place * 10,
            )
            for rank, (words, meaning, next_step) in enumerate(offered, start=1):
                results.objects.create(
                    kind=kind,
                    name=str(words),
                    meaning=meaning,
                    next_step=next_step,
                    ordering=rank * 10,
                )
        for place, name in enumerate(PURPOSES, start=1):
            purposes.objects.create(name=str(name), ordering=place * 10)
