"""The drawers of the offices: counted in the morning and in the evening, receipts written."""

import random
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from company.models import Office
from core import clock
from orders import actions
from orders.models import CashShift, Payment
from orders.money.fiscal_receipt import FiscalReceipt

KEPT = Decimal(5000)  # change that stays in the drawer
DAYS = 14  # before that nobody counted
RECEIPT_LEFT = 0.04
RECEIPTS_DUE = 3  # the newest ones, for somebody to write today
SHORT = {3: Decimal(-150), 9: Decimal(50)}  # days ago: what the count differed by


class Drawers:
    def __init__(self, now: datetime, managers):
        self.now, self.today = now, timezone.localtime(now).date()
        self.offices = {}
        for person in managers:
            self.offices.setdefault(person.office_id, person)

    def open(self, day: date):
        if (self.today - day).days > DAYS or _at(day, 9, 45) > self.now:
            return
        with clock.at(_at(day, 9, 45)):
            for office in Office.objects.filter(pk__in=self.offices):
                last = CashShift.objects.filter(office=office).closed().first()
                there = last.counted_amount if last else KEPT
                actions.open_cash_shift(office, by=self.offices[office.pk], counted=there)

    def close(self, day: date):
        """Receipts first: the cash register prints them while the money is there."""
        self._write_receipts(day)
        if _at(day, 20, 0) > self.now:
            return
        with clock.at(_at(day, 20, 0)):
            for shift in CashShift.objects.open().with_figures():
                self._count(shift, SHORT.get((self.today - day).days, Decimal(0)))

    def _count(self, shift, differs):
        by, there = self.offices[shift.office_id], shift.in_drawer
        if there > KEPT:
            actions.withdraw_cash(shift, by=by, amount=there - KEPT, ground="Инкассация")
        expected = min(there, KEPT)
        counted = max(expected + differs, Decimal(0))
        ground = "Пересчитали дважды, причина не найдена" if counted != expected else ""
        actions.close_cash_shift(shift, by=by, counted=counted, ground=ground)

    def _write_receipts(self, day):
        """Of the last week up to yesterday; the newest ones nobody has got round to."""
        last = min(day, self.today - timedelta(days=1))
        lately = Payment.objects.without_receipt().between(last - timedelta(days=7), last)
        for payment in lately.select_related("by__role").order_by("-at", "-pk")[RECEIPTS_DUE:]:
            chance = random.Random(f"receipt {payment.pk}")
            if chance.random() > RECEIPT_LEFT:
                with clock.at(payment.at):
                    receipt = FiscalReceipt(number=str(10_000 + payment.pk))
                    actions.write_receipt(payment, by=payment.by, receipt=receipt)


def _at(day, hour, minute):
    moment = datetime.combine(day, time(hour, minute))
    return timezone.make_aware(moment, timezone.get_default_timezone())
