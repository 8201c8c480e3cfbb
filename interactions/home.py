"""The block of «Today» with the calls to be made."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core import clock
from core.lists.declared import first_of
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
