"""What is planned with clients goes to a successor, together with its reminders."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from company import duties
from core import clock
from core.registry import Duty
from interactions.lifecycle import HOLD_RIGHT, Status, Step
from interactions.models import (
    Interaction,
    InteractionParticipant,
    InteractionReminder,
    InteractionSeries,
    InteractionStep,
)


def hand_on(duty, changeset, rows, person, by) -> int:
    reminders = InteractionReminder.objects.waiting().filter(
        interaction__in=rows, employee=F("interaction__responsible")
    )
    duties.take_seat(changeset, reminders, "employee", person, beside="interaction")
    return duties.update(duty, changeset, rows, person, by)


def _planned(code, label, rows, order):
    return Duty(
        code,
        label,
        Interaction,
        "responsible",
        rows,
        HOLD_RIGHT,
        of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
        path="client",
        also=lambda successor: {"office": successor.office},
        story=(InteractionStep, Step.MOVE),
        hand_on=hand_on,
        order=order,
    )


DUTIES = [
    _planned("owed_calls", _("Owed calls"), Interaction.objects.owed, 30),
    _planned(
        "interactions",
        _("Planned calls and meetings"),
        lambda: Interaction.objects.planned().filter(reason=""),
        31,
    ),
    Duty(
        "interaction_series",
        _("Repeated calls and meetings"),
        InteractionSeries,
        "responsible",
        lambda: InteractionSeries.objects.filter(ended_at=None, until__gte=clock.today()),
        HOLD_RIGHT,
        of_managers=lambda rows: rows.filter(responsible=F("client__responsible")),
        path="client",
        order=33,
    ),
    Duty(
        "meetings",
        _("Part in what others have planned"),
        InteractionParticipant,
        "employee",
        lambda: InteractionParticipant.objects.filter(interaction__status=Status.PLANNED),
        HOLD_RIGHT,
        hand_on=duties.seats("interaction"),
        order=32,
    ),
    Duty(
        "reminders",
        None,
        InteractionReminder,
        "employee",
        InteractionReminder.objects.waiting,
        hand_on=duties.drop,
        order=91,
    ),
]
