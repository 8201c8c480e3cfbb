"""Orders as rows of every table that an order leaves behind on its way to the archive."""

from collections import Counter
from random import Random

from django.utils import timezone

from bench.copying import Table
from bench.lives import Lives
from bench.wares import WRITTEN
from clients.models import AdSource
from company.models import Employee, Stage
from company.robot import robot
from crm.demo import names
from interactions import lifecycle as calls
from interactions.channels import Channel
from interactions.models import Interaction, InteractionKind, InteractionStep
from orders.models import (
    OrderStep,
    Payment,
    Position,
    PositionOperation,
    PositionStepRecord,
    WorkOrder,
)
from orders.money.lifecycle import ReceiptState
from orders.owed_calls import READY
from orders.work_orders.lifecycle import PositionStatus, PositionStep, Status, Step

METHODS = list(Payment.Method.values)
# Steps of the shop with the step of the order that they end in.
SHOP = [
    (PositionStep.START, PositionStatus.STARTED, Step.START),
    (PositionStep.FINISH, PositionStatus.FINISHED, Step.FINISH),
    (PositionStep.CHECK, PositionStatus.CHECKED, Step.CHECK),
]
# Where the pieces of an order are that has left the workshop.
GONE = {Status.READY: PositionStatus.IN_OFFICE, Status.ARCHIVED: PositionStatus.HANDED_OVER}


class OrderRows:
    """`clients` is how many there are, numbered from 1."""

    def __init__(self, size: int, clients: int, baskets):
        self.clients, self.baskets, self.lives = clients, baskets, Lives(size)
        self.managers = list(
            Employee.objects.filter(role__code="manager").order_by("pk").values("pk", "office_id")
        )
        self.worker = Employee.objects.filter(role__code="worker").first().pk
        self.robot = robot().pk
        self.kind_of_calls = InteractionKind.objects.usual("call", "out").pk
        self.sources = list(AdSource.objects.order_by("pk").values_list("pk", flat=True))
        self.stages = dict(Stage.objects.values_list("code", "pk"))
        self.last_number = Counter()
        self.orders = Table(
            WorkOrder, "year", "seq", "office_id", "manager_id", "client_id", "ad_source_id",
            "status", "priced_on", "comment", "promised_on", "total", "paid", "vat_percent",
            "cancel_ground", "created_at", "accepted_at", "checked_at", "ready_at",
            "handed_over_at", "archived_at", "cancelled_at",
        )  # fmt: skip
        self.steps = Table(OrderStep, "subject_id", "step", "at", "by_id")
        self.positions = Table(
            Position, "order_id", "ordinal", "status", "started_at", "finished_at", "checked_at",
            *WRITTEN,
        )  # fmt: skip
        self.position_steps = Table(PositionStepRecord, "subject_id", "step", "at", "by_id")
        self.operations = Table(
            PositionOperation, "position_id", "stage_id", "ordinal", "minutes", "is_open"
        )
        self.payments = Table(
            Payment, "order_id", "client_id", "kind", "method", "amount", "office_id", "day", "at",
            "by_id", "receipt_state", "receipt_number",
        )  # fmt: skip
        self.calls = Table(
            Interaction, "client_id", "kind_id", "purpose", "status", "planned_at", "held_at",
            "result", "note", "attempts", "responsible_id", "office_id", "held_by_id", "created_at",
            "reason", "subject_type", "subject_id", "channel",
        )  # fmt: skip
        self.call_steps = Table(InteractionStep, "subject_id", "step", "at", "by_id")

    def tables(self):
        return [each for each in vars(self).values() if isinstance(each, Table)]

    def add(self, number: int):
        chance = Random(f"order {number}")
        life, basket = self.lives.of(number), chance.choice(self.baskets)
        pk, manager = self.orders.new_id(), chance.choice(self.managers)
        client = self._order(pk, life, basket, manager, chance)
        for step, moment in life.moments.items():
            by = self.robot if step in {Step.START, Step.FINISH, Step.CHECK} else manager["pk"]
            self.steps.add(self.steps.new_id(), pk, step.value, moment, by)
        for ordinal, ware in enumerate(basket.wares, start=1):
            self._position(pk, ordinal, ware, life)
        self._payments(pk, client, life, basket, manager, chance)

    def _order(self, pk, life, basket, manager, chance):
        moments, year, seq = life.moments, 0, 0
        if life.is_numbered:
            year = timezone.localtime(life.created_at).year
            self.last_number[year] += 1
            seq = self.last_number[year]
        # Regulars come often: half of the orders are of a fifth of the clients.
        client = 1 + int(self.clients * chance.random() ** 2.3)
        cancelled = life.status == Status.CANCELLED
        self.orders.add(
            pk, year, seq, manager["office_id"], manager["pk"], client,
            chance.choice(self.sources), life.status.value, life.created_at.date(),
            chance.choice(names.COMMENTS), life.promised_on,
            0 if cancelled else basket.total, self._paid(life, basket), basket.vat_percent,
            chance.choice(names.CANCEL_GROUNDS) if cancelled else "", life.created_at,
            *(moments.get(step) for step in (Step.ACCEPT, Step.CHECK, Step.ARRIVE,
                                             Step.HAND_OVER, Step.ARCHIVE)),
            life.created_at if cancelled else None,
        )  # fmt: skip
        if Step.ARRIVE in moments:
            self._call(pk, client, f"Заказ {year}-{seq:06} готов", life, manager, chance)
        return client

    def _paid(self, life, basket):
        if life.is_paid:
            return basket.total
        return _half(basket) if life.is_prepaid else 0

    def _payments(self, order, client, life, basket, manager, chance):
        half = _half(basket)
        paid = [(half, life.created_at)] if life.is_prepaid else []
        if life.is_paid:
            paid.append((basket.total - half, life.moments[Step.HAND_OVER]))
        for amount, at in paid:
            if amount:
                self.payments.add(
                    self.payments.new_id(), order, client, Payment.Kind.PAYMENT.value,
                    chance.choice(METHODS), amount, manager["office_id"],
                    timezone.localdate(at), at, manager["pk"], *_receipt(order),
                )  # fmt: skip

    def _position(self, order, ordinal, ware, life):
        pk, status, times = self.positions.new_id(), PositionStatus.WAITING, []
        for step, reached, ends_in in SHOP if ware.goes_to_shop else []:
            moment = life.moments.get(ends_in)
            times.append(moment)
            if moment:
                status = reached
                self.position_steps.add(
                    self.position_steps.new_id(), pk, step.value, moment, self.worker
                )
        if life.is_numbered and not ware.goes_to_shop:
            status = PositionStatus.IN_OFFICE
        status = GONE.get(life.status, status)
        self.positions.add(pk, order, ordinal, status.value, *(times or [None] * 3), ware.text)
        waits = life.is_numbered and life.status != Status.CANCELLED
        for place, (stage, minutes) in enumerate(ware.route, start=1):
            is_open = waits and (
                status == PositionStatus.WAITING or (status == PositionStatus.STARTED and place > 1)
            )
            self.operations.add(
                self.operations.new_id(), pk, self.stages[stage], place, minutes, is_open
            )

    def _call(self, order, client, purpose, life, manager, chance):
        """The one that a ready order owes: held long ago, or waiting in today's list."""
        pk, planned_at = self.calls.new_id(), life.moments[Step.ARRIVE]
        held_at = life.moments.get(Step.HAND_OVER)
        self.calls.add(
            pk, client, self.kind_of_calls, purpose,
            (calls.Status.HELD if held_at else calls.Status.PLANNED).value, planned_at,
            held_at, calls.Result.REACHED.value if held_at else "",
            chance.choice(names.CALLS) if held_at else "", int(bool(held_at)), manager["pk"],
            manager["office_id"], manager["pk"] if held_at else None, planned_at, READY,
            WorkOrder._meta.label_lower, order, Channel.CALL.value,
        )  # fmt: skip
        if held_at:
            row = (self.call_steps.new_id(), pk, calls.Step.HOLD.value, held_at, manager["pk"])
            self.call_steps.add(*row)


def _receipt(order):
    """Given, but for some transfers of organisations."""
    if order % 50:
        return ReceiptState.GIVEN.value, str(order)
    return ReceiptState.NOT_NEEDED.value, ""


def _half(basket):
    """The prepayment, in whole hundreds of roubles."""
    return int(basket.total / 200) * 100
