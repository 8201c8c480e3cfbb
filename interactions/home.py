"""The blocks of «Today»: the calls to be made, and what others hand over."""

from django.urls import reverse
from django.utils.translation import gettext as _

from clients.models import Client
from company.models import Assignment
from core import clock
from core.lists.declared import first_of
from interactions.models import Interaction
from interactions.worklist import seen_by

SHOWN = 8


def calls(user):
    due = seen_by(user).due().own_first(user)
    rows, count = first_of(due.in_short_rows(), SHOWN)
    return {
        "title": _("Calls to make"),
        "icon": "phone",
        "calls": rows,
        "count": count,
        "url": reverse("interactions:calls"),
        "nothing": _("Nobody waits for a call."),
        "day_begins": clock.midnight(clock.today()),
    }


def given(user):
    """Clients and calls that wait for this person's answer; one query where there are none."""
    rows = {Client._meta.label_lower: _clients, Interaction._meta.label_lower: _planned}
    hands = Assignment.objects.offered().given_to(user).filter(owner_type__in=rows)
    hands = list(hands.exclude(by=user).with_people().order_by("pk")[:SHOWN])
    subjects = {}
    for label, fetch in rows.items():
        if pks := [hand.owner_id for hand in hands if hand.owner_type == label]:
            subjects |= {(label, row.pk): row for row in fetch().filter(pk__in=pks)}
    known = [(hand, subjects.get((hand.owner_type, hand.owner_id))) for hand in hands]
    found = [(hand, subject) for hand, subject in known if subject]
    return {"given": found} if found else None


def _clients():
    return Client.objects.only("name")


def _planned():
    return Interaction.objects.planned().with_people()
