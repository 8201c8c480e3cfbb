"""Two clients of whom much and little has been said: their pages are held against each other."""

from datetime import timedelta

from clients.models import Client
from company.models import Employee
from core import clock
from core.models import SavedView
from interactions.lifecycle import Status
from interactions.models import Interaction, InteractionKind

LONG, SHORT = "Долгая История", "Короткая История"
EVENTS = {LONG: 10_000, SHORT: 10}


# What the manager looks at each morning: private clients by what they ordered.
COLUMNS = ("name", "phone", "ordered_sum", "last_order_at", "relation")
VIEW = "&".join(["kind=person", "sort=-summary__ordered_sum", *(f"column={c}" for c in COLUMNS)])


def keep_view():
    manager = Employee.objects.get(username="manager")
    SavedView.objects.create(employee=manager, list_code="clients", name="Частные", query=VIEW)


def tell():
    manager = Employee.objects.get(username="manager")
    call, now = InteractionKind.objects.usual("call", "out"), clock.now()
    for name, count in EVENTS.items():
        client = Client.objects.create(
            name=name, responsible=manager, created_by=manager, created_at=now
        )
        Interaction.objects.bulk_create(
            [_said(client, call, manager, now - timedelta(hours=hour)) for hour in range(count)],
            batch_size=2000,
        )


def _said(client, kind, manager, at):
    return Interaction(
        client=client,
        kind=kind,
        channel=kind.channel,
        purpose="Согласовать эскиз",
        status=Status.HELD,
        planned_at=at,
        held_at=at,
        responsible=manager,
        held_by=manager,
        office_id=manager.office_id,
        created_at=at,
    )
