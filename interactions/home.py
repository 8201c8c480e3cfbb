"""The blocks of «Today»: the calls to be made, and what others hand over."""

from django.urls import reverse
from django.utils.translation import gettext as _

from clients.models import Client
from company.models import Assignment
from core import clock
from core.lists.declared import counted, with_count
from core.prepared import prepared
from interactions.models import Interaction
from interactions.worklist import seen_by

SHOWN = 8


def calls(user):
    rows, count = counted(_due(user))
    return {
        "title": _("Calls to make"),
        "icon": "phone",
        "calls": rows,
        "count": count,
        "url": reverse("interactions:calls"),
        "nothing": _("Nobody waits for a call."),
        "day_begins": clock.midnight(clock.today()),
    }


@prepared
def _due(user):
    return with_count(seen_by(user).due().own_first(user).in_short_rows())[:SHOWN]


def given(user):
    """Clients and calls that wait for this person's answer; one query where there are none."""
    rows = {Client._meta.label_lower: _clients, Interaction._meta.label_lower: _planned}
    hands = _hands_for(user, labels=tuple(rows))
    subjects = {}
    for label, fetch in rows.items():
        if pks := [hand.owner_id for hand in hands if hand.owner_type == label]:
            subjects |= {(label, row.pk): row for row in fetch().filter(pk__in=pks)}
    known = [(hand, subjects.get((hand.owner_type, hand.owner_id))) for hand in hands]
    found = [(hand, subject) for hand, subject in known if subject]
    return {"given": found} if found else None


@prepared
def _hands_for(user, *, labels):
    hands = Assignment.objects.offered().given_to(user).filter(owner_type__in=labels)
    return hands.exclude(by=user).with_people().order_by("pk")[:SHOWN]


def _clients():
    return Client.objects.only("name")


def _planned():
    return Interaction.objects.planned().with_people()
