"""Money of some orders, booked in memory by the verbs' rules and written together.

One payment is a ledger with one entry; a piece of a bank statement is one with some hundred. So the
rules are asked for each payment, and the database a fixed number of times. Always the orders are
locked first, by their numbers, then their clients' figures, their invoices, an open cash shift.
"""

from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal

from django.db.models import prefetch_related_objects

from core import clock, registry
from core.errors import Refused
from core.own_values import write_own
from orders import figures
from orders.models import Payment
from orders.money.actions.cash_shift import drawer_for
from orders.money.fiscal_receipt import refuse_anothers, state_at_first
from orders.money.invoices.locking import lock_orders
from orders.money.invoices.settling import Standing, settle, take_off

# Of a day that is over only the day is known.
NOON = timedelta(hours=12)


class Ledger:
    def __init__(self, orders, *, by):
        self.by, self.payments = by, []
        self.orders = {order.pk: order for order in lock_orders(orders)}
        figures.lock(order.client_id for order in self.orders.values())
        self.standing = Standing(self.orders.values())
        if len(self.orders) > 1:
            prefetch_related_objects(list(self.orders.values()), "client")

    @contextmanager
    def all_or_nothing(self):
        """Of what is refused nothing stays."""
        booked, put = len(self.payments), len(self.standing.settlements)
        try:
            yield
        except Refused:
            self.standing.forget_after(put)
            for payment in self.payments[booked:]:
                _move(payment.order, -payment.amount)
            del self.payments[booked:]
            raise

    def book(self, order, kind, amount: Decimal, method, *, invoice=None, receipt=None, **facts):
        """A correction lies where the row that it undoes lay."""
        corrects, day = facts.get("corrects"), facts.pop("day", None)
        office = corrects.office if corrects else self.by.office
        payment = Payment(
            order=order,
            kind=kind,
            method=method,
            amount=amount,
            office=office,
            shift=drawer_for(office, corrects=corrects) if method == Payment.Method.CASH else None,
            by=self.by,
            **_when(day),
            **_receipt_of(order, amount, method, receipt, corrects),
            **facts,
        )
        self.payments.append(payment)
        _move(order, amount)
        if amount > 0:
            settle(self.standing, order, payment, first=invoice)
        else:
            take_off(self.standing, order, payment)
        return payment

    def write(self):
        if not self.payments:
            return
        Payment.objects.bulk_create(self.payments)
        orders = list({payment.order_id: payment.order for payment in self.payments}.values())
        write_own(orders, "paid")
        self.standing.write()
        registry.announce_all("money_booked", orders, by=self.by)
        self.payments = []


def _move(order, amount):
    order.paid += amount
    order.debt -= amount


def _when(day):
    if day in (None, clock.today()):
        return {"day": clock.today(), "at": clock.now()}
    return {"day": day, "at": clock.midnight(day) + NOON}


def _receipt_of(order, amount, method, receipt, corrects):
    if receipt:
        refuse_anothers(receipt, amount)
        return receipt.facts()
    return {"receipt_state": state_at_first(order, method, corrects)}
