"""What stands on the desk today: decisions awaited, orders on hold, questions of the workshop,
marks of the control, a change after the start, sketches with the client, a loaded van."""

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from company.calendar import WorkCalendar
from company.models import Absence, Employee
from core import attachments, clock
from crm.demo import sketch
from orders import actions
from orders.amendments.amended import amended_from
from orders.control.vocabulary import Kind
from orders.models import Position, WorkOrder
from orders.sketches import actions as sketches
from orders.sketches.contents import all_files
from orders.work_orders.lifecycle import PositionStatus, Status
from orders.work_orders.pricing import OrderContent
from production import actions as production
from production.transport import actions as transport

HOUR = timedelta(hours=1)


class Desk:
    """`now` is when the demo is loaded: nothing here happens later, and most of it today."""

    def __init__(self, now: datetime):
        self.now, self.told = now, 0
        people = Employee.objects.working().select_related("role", "office").order_by("-pk")
        self.staff = {person.role.code: person for person in people}
        self.used = set()

    @transaction.atomic
    def fill(self):
        for scene in (
            self._absence,
            self._controls,
            self._wait_for_decisions,
            self._hold,
            self._shop_asks,
            self._change_after_start,
            self._sketches,
            self._partial_hand_over,
            self._remake,
            self._van,
        ):
            scene()

    def _pick(self, rows, count=1):
        """The newest of these orders that no other scene has taken."""
        rows = rows.exclude(pk__in=self.used).select_related("manager__role", "manager__office")
        found = list(rows.order_by("-created_at")[:count])
        self.used.update(order.pk for order in found)
        return found

    def _ago(self, hours):
        """Never twice at the same minute of an hour, and of one hour in the order of telling."""
        self.told += 1
        return clock.at(self.now - hours * HOUR - HOUR * 0.95**self.told)

    def _absence(self):
        today = self.now.date()
        Absence.objects.create(
            employee=self.staff["director"],
            first_day=today + timedelta(days=10),
            last_day=today + timedelta(days=24),
            deputy=self.staff["commercial"],
        )

    def _controls(self):
        """The director has looked through all but the last day."""
        director = self.staff["director"]
        recent = WorkOrder.objects.filter(accepted_at__gte=self.now - timedelta(days=6))
        for place, order in enumerate(recent.order_by("accepted_at")):
            looked = order.accepted_at + timedelta(hours=20)
            if looked > self.now:
                return
            with clock.at(looked):
                if place == 3:
                    actions.remark_becomes_work(
                        order,
                        by=director,
                        kind=Kind.PRELIMINARY,
                        text="В наряде нет адреса доставки, уточните у клиента",
                        responsible=order.manager,
                        due_on=clock.today() + timedelta(days=2),
                    )
                else:
                    actions.pass_control(order, by=director, kind=Kind.PRELIMINARY)

    def _wait_for_decisions(self):
        reasons = ["Третий заказ за год, просит 12 %", "Нужно к дню рождения, иначе уйдёт"]
        thought_over = self._pick(WorkOrder.objects.calculations(), 2)
        for order, reason in zip(thought_over, reasons, strict=False):
            wish = (
                {"discount_percent": Decimal(12)}
                if "%" in reason
                else {"wished_on": self._tomorrow()}
            )
            content = replace(content_of(order), **wish, reason=reason)
            with self._ago(2):
                actions.edit(order, content, by=order.manager, version=order.version)
        for order in self._pick(WorkOrder.objects.ready().filter(debt__gt=0)):
            with self._ago(1):
                reason = "Постоянный клиент, доплатит переводом завтра"
                actions.ask_debt(order, by=order.manager, reason=reason)

    @staticmethod
    def _tomorrow():
        """Sooner than anything is made; never a day that is over or free."""
        today = clock.today()
        return WorkCalendar(today).next_working(today + timedelta(days=1))

    def _hold(self):
        reasons = ["Клиент уточняет размер проёма после ремонта", "Ждём плёнку от поставщика"]
        orders = self._pick(WorkOrder.objects.filter(status=Status.ACCEPTED), 2)
        for order, reason in zip(orders, reasons, strict=False):
            with self._ago(20):
                actions.hold(order, by=order.manager, reason=reason)

    def _shop_asks(self):
        asked = [
            ("Полировать все четыре стороны или только видимые?", ""),
            ("Отверстия под зеркальные держатели или под саморез?", "Под держатели, 8 мм"),
        ]
        queue = Position.objects.in_shop().by_promise().select_related("order")
        for position, (text, answer) in zip(queue, asked, strict=False):
            with self._ago(5):
                question = production.ask(position, by=self.staff["worker"], text=text)
            if answer:
                with self._ago(4):
                    manager = Employee.objects.get(pk=position.order.manager_id)
                    production.answer(question, by=manager, text=answer)

    def _change_after_start(self):
        started = WorkOrder.objects.filter(
            status=Status.IN_PRODUCTION,
            positions__kind="glass",
            positions__status=PositionStatus.STARTED,
        )
        for order in self._pick(started):
            amended = amended_from(order)
            first = amended.lines[0]
            spec = replace(first.content.spec, note="Снять фаску 1 мм по всему контуру")
            line = replace(first, content=replace(first.content, spec=spec))
            amended = replace(amended, lines=(line, *amended.lines[1:]))
            with self._ago(3):
                reason = "Клиент звонил: боится острого края"
                actions.amend(
                    order, amended, by=order.manager, version=order.version, reason=reason
                )

    def _sketches(self):
        stained = WorkOrder.objects.open().filter(positions__kind="stained_glass")
        for place, order in enumerate(self._pick(stained.exclude(client__email=""), 2)):
            position = order.positions.first()
            picture = sketch.png(position)
            upload = SimpleUploadedFile(f"Эскиз {order.number}.png", picture, "image/png")
            with self._ago(30):
                attachments.attach(position, upload, by=order.manager, purpose="sketch")
                sent = sketches.send_sketch(
                    order,
                    by=order.manager,
                    to=order.client.email,
                    text="Добрый день! Посмотрите, пожалуйста, эскиз вашего изделия.",
                    files=all_files(order),
                    token=uuid.uuid5(uuid.NAMESPACE_OID, f"sketch {order.pk}"),
                )
            if place == 0:
                with self._ago(6):
                    words = "Всё нравится, делайте"
                    sketches.answer_sketch(sent, by=order.manager, approved=True, words=words)

    def _partial_hand_over(self):
        rows = WorkOrder.objects.ready().filter(debt=0, positions__ordinal=2)
        for order in self._pick(rows):
            first = order.positions.in_office().first()
            with self._ago(2):
                actions.hand_over(order, by=order.manager, positions=[first.pk])

    def _remake(self):
        archived = WorkOrder.objects.archive().filter(positions__goes_to_shop=True).distinct()
        for order in self._pick(archived):
            piece = order.positions.filter(goes_to_shop=True).first()
            with self._ago(4):
                actions.remake(
                    order,
                    by=self.staff["director"],
                    positions={piece.pk: piece.quantity},
                    reason="Лопнуло при монтаже по вине монтажника",
                )

    def _van(self):
        for order in WorkOrder.objects.waiting_for_transport().select_related("office")[:1]:
            with self._ago(1):
                transport.load(order.office, by=self.staff["driver"])


def content_of(order) -> OrderContent:
    """The calculation as it is."""
    return OrderContent(
        client=order.client,
        lines=tuple(line.content for line in amended_from(order).lines),
        ad_source=order.ad_source,
        discount_percent=order.discount_percent,
        comment=order.comment,
        address=order.address,
    )
