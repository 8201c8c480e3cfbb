"""Reminders at a set time: under the bell and by e-mail, once each, late rather than never."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from company.notifications import notify
from core import cells, clock, outbox
from core.errors import Refused
from interactions.lifecycle import HOLD_RIGHT
from interactions.models import InteractionReminder

log = logging.getLogger(__name__)
LATE = timedelta(minutes=10)  # the sweep comes every minute: later than this it was away


def remind(interaction, *, by, minutes_before):
    """Remind this person so long before; None takes the reminder back. One set for a moment that
    has passed would ring at once, so it is refused."""
    if not by.has_perm(HOLD_RIGHT):
        raise PermissionDenied
    own = InteractionReminder.objects.filter(interaction=interaction, employee=by)
    if minutes_before is None:
        own.delete()
        return
    if not interaction.is_planned:
        raise Refused(_("This is settled already: there is nothing to remind of."))
    at = interaction.planned_at - timedelta(minutes=minutes_before)
    if at <= clock.now():
        raise Refused(_("This moment has passed already. Choose a later reminder."))
    InteractionReminder.objects.update_or_create(
        interaction=interaction,
        employee=by,
        defaults={"minutes_before": minutes_before, "at": at, "rung_at": None},
    )


def snooze(reminder, *, by, until):
    """Put it off: the same reminder rings again, for its own person only."""
    if reminder.employee_id != by.pk:
        raise PermissionDenied
    if not reminder.interaction.is_planned:
        raise Refused(_("This is settled already: there is nothing to remind of."))
    if until <= clock.now():
        raise Refused(_("Name a moment in the future, within a year."))
    InteractionReminder.objects.filter(pk=reminder.pk).update(at=until, rung_at=None)


def follow(interaction):
    """After any step: what is settled reminds nobody, what is moved reminds in time for that."""
    reminders = InteractionReminder.objects.filter(interaction=interaction)
    if not interaction.is_planned:
        reminders.waiting().delete()
        return
    for reminder in reminders:
        at = interaction.planned_at - reminder.before
        if at > clock.now() and at != reminder.at:
            InteractionReminder.objects.filter(pk=reminder.pk).update(at=at, rung_at=None)


def ring_due() -> int:
    """Every reminder whose time has come, however long ago; how many rang."""
    due = list(InteractionReminder.objects.due().values_list("pk", flat=True))
    return sum(_ring(pk) for pk in due)


def _ring(pk) -> bool:
    """One that fails waits for the next sweep and keeps no other from ringing."""
    try:
        return _ring_once(pk)
    except Exception:
        log.exception("reminder %s did not ring", pk)
        return False


@transaction.atomic
def _ring_once(pk) -> bool:
    """Two workers may come at once: only who marks the row rings."""
    if not InteractionReminder.objects.due().filter(pk=pk).update(rung_at=clock.now()):
        return False
    reminder = InteractionReminder.objects.select_related(
        "employee", "interaction__client", "interaction__kind"
    ).get(pk=pk)
    with translation.override(settings.LANGUAGE_CODE):
        _tell(reminder)
    return True


def _tell(reminder):
    interaction, person = reminder.interaction, reminder.employee
    is_late = reminder.rung_at - reminder.at > LATE
    text = _("%(moment)s, %(kind)s: %(client)s. %(purpose)s") % {
        "moment": cells.moment(interaction.planned_at),
        "kind": interaction.kind.name,
        "client": interaction.client.name,
        "purpose": interaction.purpose,
    }
    if is_late:
        text = _("Late: %(text)s") % {"text": text}
    key = f"reminder:{reminder.pk}:{reminder.at.isoformat()}"
    notify([person], key=key, text=text, url=interaction.get_absolute_url())
    if person.is_active and person.email:
        _mail(reminder, key, text)


def _mail(reminder, key, text):
    interaction, seen = reminder.interaction, reminder.employee.sees_field("phone")
    reason = interaction.owed_call_reason
    context = {
        "call": interaction,
        "script": reason.script(interaction) if reason and reason.still_due(interaction) else "",
        "url": f"{settings.PUBLIC_URL}{interaction.get_absolute_url()}",
        "phones": interaction.client.phones.all() if seen else [],
    }
    outbox.write(
        reminder,
        key=key,
        to=reminder.employee.email,
        subject=text[:250],
        body=render_to_string("interactions/letters/reminder.txt", context),
        by=reminder.employee,
    )


def hand_on(interaction, before):
    """Who answers for it now is reminded in place of who did."""
    now = interaction.responsible
    if now == before:
        return
    theirs = InteractionReminder.objects.filter(interaction=interaction, employee=before)
    if InteractionReminder.objects.filter(interaction=interaction, employee=now).exists():
        theirs.delete()
    else:
        theirs.update(employee=now)
