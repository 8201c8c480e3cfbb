"""Overdue invoices go their steps, each once: the row of the step is unique, and what it does is
done in the same transaction."""

import logging

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from company.calendar import WorkCalendar
from core import clock
from core.errors import Refused
from orders.models import DebtMeasure, DebtStep, Invoice
from orders.money.debts.ladders import ladders
from orders.money.debts.measures import MEASURES, tell_directors

logger = logging.getLogger(__name__)


def take_steps() -> int:
    """How many were taken; on a day off none. Where a segment cannot be asked any more, it and all
    that is wider waits: nobody is treated worse than they should be."""
    if not WorkCalendar(clock.today()).is_working(clock.today()):
        return 0
    taken = told = 0
    try:
        for ladder in ladders():
            for rule in ladder.rules:
                count = _take(ladder, rule)
                taken += count
                told += count if rule.measure == DebtMeasure.DIRECTOR else 0
    except Refused as refusal:
        logger.error("Steps of debts wait: %s", refusal)
    if told:
        tell_directors(told, f"{reverse('orders:overdue')}?chip=director")
    return taken


def _take(ladder, rule) -> int:
    pks = list(ladder.due_by(rule).order_by("due_on", "pk").values_list("pk", flat=True))
    return sum(_step(ladder, rule, pk) for pk in pks)


@transaction.atomic
def _step(ladder, rule, pk) -> bool:
    """Asked again with the row in hand: it may have been paid, or another run may be at it."""
    found = Invoice.objects.select_for_update(of=["self"], skip_locked=True).filter(pk=pk)
    invoice = found.with_people().first()
    if invoice is None or not ladder.due_by(rule).filter(pk=pk).exists():
        return False
    step = DebtStep.objects.create(
        invoice=invoice,
        measure=rule.measure,
        days=rule.days,
        due_on=invoice.due_on,
        at=clock.now(),
    )
    with translation.override(settings.LANGUAGE_CODE):
        step.note = MEASURES[rule.measure](invoice, step)
    step.save(update_fields=["note"])
    return True
