"""Each working morning the calls about payments are planned, each invoice's once.

Pieces are claimed by locking their rows, and the row says that its call is owed: so it may run
twice at once, late, or break off anywhere.
"""

from collections import Counter

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import ngettext_lazy

from company.calendar import WorkCalendar
from company.models import Employee
from company.worktime import WorkTime
from core import clock
from interactions import actions as interactions
from interactions.channels import Channel, Direction
from interactions.models import Interaction, InteractionKind
from orders.models import Invoice
from orders.money.debts import due
from orders.money.debts.calls import PAYMENT_DUE, in_words, owe

PIECE = 1000
PLANNED = ngettext_lazy(
    "%(count)s call about a payment is planned for you",
    "%(count)s calls about payments are planned for you",
    "count",
)


def plan_due_calls() -> int:
    """How many calls were planned; on a day off none."""
    today = clock.today()
    calendar = WorkCalendar(today)
    if not calendar.is_working(today):
        return 0
    until, opens = due.until(calendar), WorkTime(clock.now()).hours_of(today)[0]
    made, theirs = 0, Counter()
    while piece := _plan_piece(until, max(opens, clock.now())):
        made += len(piece)
        theirs.update(invoice.manager_id for invoice in piece)
    interactions.ring_each(theirs, reason=PAYMENT_DUE, words=PLANNED)
    return made


@transaction.atomic
def _plan_piece(until, at) -> list[Invoice]:
    waiting = Invoice.objects.due_for_a_call(until).filter(due_call_at=None)
    claimed = waiting.select_for_update(skip_locked=True).order_by("expected_on", "pk")
    if not (invoices := list(claimed[:PIECE])):
        return []
    pks = [invoice.pk for invoice in invoices]
    singly = set(_owed_before(pks).values_list("subject_id", flat=True))
    managers = Employee.objects.filter(pk__in={invoice.manager_id for invoice in invoices})
    here = set(managers.filter(is_active=True).values_list("pk", flat=True))
    singly |= {invoice.pk for invoice in invoices if invoice.manager_id not in here}
    _plan_new([invoice for invoice in invoices if invoice.pk not in singly], at)
    for invoice in invoices:
        if invoice.pk in singly:
            owe(invoice, at)
    Invoice.objects.filter(pk__in=pks).update(due_call_at=clock.now())
    return invoices


def _plan_new(invoices, at):
    kind = InteractionKind.objects.usual(Channel.CALL, Direction.OUT)
    with translation.override(settings.LANGUAGE_CODE):
        Interaction.objects.bulk_create([_call(invoice, kind, at) for invoice in invoices])


def _owed_before(pks):
    label = Invoice._meta.label_lower
    return Interaction.objects.filter(reason=PAYMENT_DUE, subject_type=label, subject_id__in=pks)


def _call(invoice, kind, at):
    return interactions.unsaved_call(
        invoice.client_id,
        reason=PAYMENT_DUE,
        subject=invoice,
        kind=kind,
        responsible_id=invoice.manager_id,
        office_id=invoice.office_id,
        purpose=in_words(invoice),
        at=at,
    )
