"""Each night what is due is noted once, and a call is planned of all that is noted.

Whoever is due is noted by one statement, under a unique key of regulation, client and day; calls
are made of the noted ones piece by piece. So it may run twice, late, or break off anywhere.
"""

from collections import Counter
from contextlib import suppress
from datetime import date

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import ngettext_lazy

from company.calendar import WorkCalendar
from company.worktime import WorkTime
from core import clock
from core.errors import Refused
from interactions.actions.owe import drop_unless_due
from interactions.actions.owe_many import ring_each, unsaved_call
from interactions.channels import Channel, Direction
from interactions.models import ContactDue, ContactRegulation, Interaction, InteractionKind
from interactions.regulations.due import DAY, REASON, due_by

PIECE = 2000
PLANNED = ngettext_lazy(
    "%(count)s call is planned for you by the regulations of contact",
    "%(count)s calls are planned for you by the regulations of contact",
    "count",
)
NOTE = """
    INSERT INTO interactions_contactdue
        (regulation_id, client_id, due_on, occasion_on, planned_on, begins_at, ends_at)
    SELECT DISTINCT ON (client_id, due_on) %s::bigint, client_id, due_on, occasion_on, %s::date,
        due_on::timestamp AT TIME ZONE %s, %s::timestamptz
    FROM ({found}) AS found (client_id, due_on, occasion_on)
    ON CONFLICT DO NOTHING
"""


def plan_due() -> int:
    """How many calls were planned."""
    drop_satisfied()
    for regulation in ContactRegulation.objects.active():
        with suppress(Refused):  # a segment that cannot be asked any more: its page says why
            note_due(regulation)
    return make_calls()


@transaction.atomic
def note_due(regulation):
    regulation = (
        ContactRegulation.objects.select_for_update(of=("self",))
        .select_related("segment")
        .get(pk=regulation.pk)
    )
    today = clock.today()
    found = due_by(regulation, today) if regulation.is_active else None
    if found is None:
        return
    query, arguments = found.query.sql_with_params()
    day = planned_day(today)
    told = [regulation.pk, day, settings.TIME_ZONE, clock.midnight(day + DAY)]
    with connection.cursor() as cursor:
        cursor.execute(NOTE.format(found=query), [*told, *arguments])
    regulation.planned_until = today
    regulation.save(update_fields=["planned_until"])


def planned_day(today: date) -> date:
    """What is due on a free day is done on the next working one."""
    return WorkCalendar(today).next_working(today)


def make_calls() -> int:
    kind = InteractionKind.objects.usual(Channel.CALL, Direction.OUT)
    made, theirs = 0, Counter()
    while piece := _make_piece(kind):
        made += len(piece)
        theirs.update(call.responsible_id for call in piece)
    ring_each(theirs, reason=REASON, words=PLANNED)
    return made


@transaction.atomic
def _make_piece(kind) -> list[Interaction]:
    waiting = ContactDue.objects.waiting_for_a_call().select_for_update(
        of=("self",), skip_locked=True
    )
    dues = list(
        waiting.select_related("regulation")
        .annotate(responsible=F("client__responsible"), office=F("client__responsible__office"))
        .order_by("pk")[:PIECE]
    )
    opens = WorkTime(clock.now()) if dues else None
    calls = Interaction.objects.bulk_create([_call(due, kind, opens) for due in dues])
    for due, call in zip(dues, calls, strict=True):
        due.call = call
    ContactDue.objects.bulk_update(dues, ["call"], batch_size=500)
    return calls


def _call(due, kind, opens):
    return unsaved_call(
        due.client_id,
        reason=REASON,
        subject=due,
        kind=kind,
        responsible_id=due.responsible,
        office_id=due.office,
        purpose=due.regulation.purpose,
        at=opens.hours_of(due.planned_on)[0],
    )


def drop_satisfied():
    """Calls to clients who were spoken to meanwhile."""
    planned = Interaction.objects.planned().filter(reason=REASON)
    for call in planned.satisfied_meanwhile().iterator(chunk_size=PIECE):
        drop_unless_due(call)
