"""Invoices of the demo's organisations in every state, and the steps by which debts go."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import cycle
from math import ceil

from django.db import transaction
from django.utils.timezone import localdate

from clients.models import Client
from core import clock
from core.money import kopecks
from orders import actions
from orders.models import DebtMeasure, DebtRule, WorkOrder
from orders.work_orders.lifecycle import TAKES_MONEY

STEPS = (
    (1, DebtMeasure.MAIL),
    (3, DebtMeasure.CALL),
    (10, DebtMeasure.DIRECTOR),
    (20, DebtMeasure.STOP_CREDIT),
)
DISPUTE = "На одном зеркале скол по краю, ждут замену"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


class Invoices:
    """`now` is when the demo is loaded."""

    def __init__(self, now: datetime):
        self.now = now

    @transaction.atomic
    def fill(self):
        for days, measure in STEPS:
            DebtRule.objects.get_or_create(days=days, measure=measure, segment=None)
        scenes = (
            self._overdue,
            self._disputed,
            self._paid,
            self._part_paid,
            self._due_soon,
            self._sent,
            self._prepared,
        )
        orders = self._orders(len(scenes))
        self.parts = ceil(len(scenes) / max(len(orders), 1))
        for scene, order in zip(scenes, cycle(orders), strict=False):
            scene(order)

    def _orders(self, count):
        """The oldest first: what is overdue was asked for long ago."""
        owed = WorkOrder.objects.in_debt().filter(
            client__kind=Client.Kind.ORGANISATION, status__in=TAKES_MONEY, has_invoices=False
        )
        found = owed.select_related("client", "manager__role", "office")
        return list(found.order_by("accepted_at")[:count])

    def _overdue(self, order):
        self._issue(order, due_in=-16)

    def _disputed(self, order):
        invoice = self._issue(order, due_in=-6)
        actions.dispute(invoice, by=order.manager, words=DISPUTE)

    def _part_paid(self, order):
        invoice = self._issue(order, due_in=-2)
        self._pay(invoice, kopecks(invoice.amount / 2))

    def _paid(self, order):
        invoice = self._issue(order, due_in=4)
        self._pay(invoice, invoice.amount)

    def _due_soon(self, order):
        self._issue(order, due_in=2)

    def _sent(self, order):
        self._issue(order, due_in=9)

    def _prepared(self, order):
        self._issue(order, due_in=10, is_given=False)

    def _issue(self, order, *, due_in, is_given=True):
        """On the day of the order, a part of it where orders are few; `due_in` days from now to be
        paid, negative: overdue."""
        with clock.at(min(order.accepted_at + HOUR, self.now)):
            due_on = max(localdate(self.now) + due_in * DAY, clock.today())
            percent = Decimal(max(int(order.debt * 100 / order.total) // self.parts, 1))
            invoice = actions.issue_invoice(
                [order], by=order.manager, percent=percent, due_on=due_on
            )
            if is_given:
                invoice = actions.give_invoice(invoice, by=order.manager)
        return invoice

    def _pay(self, invoice, amount):
        with clock.at(self.now - HOUR):
            actions.pay_invoice(invoice, by=invoice.manager, amount=amount, method="transfer")
