"""Deals of the demo firm: on every stage, stuck ones, won and lost, for weeks back."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction

from catalog.models import ProductGroup
from clients import actions as clients
from clients.models import Client
from company.models import Employee
from core import clock
from orders.models import WorkOrder
from sales.deals import actions
from sales.models import Competitor, LossReason, SaleProcess, StageTask
from tasks.actions import set_tasks
from tasks.content import TaskContent
from tasks.models import TaskTemplate

DAY = timedelta(days=1)
RIVALS = ("Зеркальный двор", "Стекло-Мастер", "Витраж-студия «Роза»")
# days ago, stages passed, title, thousands of roubles, how it ended
STORIES = (
    (58, 4, "Зеркала в фойе", 310, "won"),
    (52, 2, "Витражные двери, 3 шт.", 190, "lost"),
    (47, 4, "Столешницы для кафе", 120, "won"),
    (41, 3, "Перегородки в офис", 420, "lost"),
    (33, 4, "Зеркальное панно в зал", 96, "won"),
    (30, 1, "Душевые ограждения, 12 номеров", 540, ""),
    (24, 3, "Витрины для магазина", 260, ""),
    (20, 2, "Фартуки кухонные, партия", 88, "lost"),
    (16, 2, "Зеркала с подсветкой, 6 мест", 150, ""),
    (11, 1, "Пескоструй на шкафы-купе", 64, ""),
    (9, 4, "Козырёк над входом", 230, ""),
    (6, 1, "Полки стеклянные в салон", 38, ""),
    (3, 0, "Витраж в потолок", 380, ""),
    (1, 0, "Зеркала в тренажёрный зал", 110, ""),
)


class Deals:
    """`now` is when the demo is loaded: nothing here happens later."""

    def __init__(self, now: datetime):
        self.now = now

    @transaction.atomic
    def fill(self):
        self.process = SaleProcess.objects.active().first()
        self.stages = list(self.process.newest.stages.all())
        groups = ProductGroup.objects.active()[:6]
        self.groups = list(groups) or [ProductGroup.objects.create(name="Зеркала")]
        self.rivals = [Competitor.objects.get_or_create(name=name)[0] for name in RIVALS]
        self.reasons = list(LossReason.objects.active()[:3])
        self._stage_task()
        people = Employee.objects.working().filter(role__code="manager")
        managers = list(people.select_related("role", "office").order_by("pk"))
        firms = Client.objects.filter(kind=Client.Kind.ORGANISATION).select_related("ad_source")
        found = list(firms.order_by("-pk")[: len(STORIES)])
        for place, (client, story) in enumerate(zip(found, STORIES, strict=False)):
            self._tell(place, client, managers[place % len(managers)], *story)

    def _stage_task(self):
        template, _made = TaskTemplate.objects.get_or_create(
            name="Созвон по сделке",
            defaults={"title": "Созвониться и уточнить задачу", "due_days": 2},
        )
        StageTask.objects.get_or_create(stage=self.stages[0], template=template)

    def _tell(self, place, client, manager, days, passed, title, thousands, end):
        group = self.groups[place % len(self.groups) :][:1]
        content = actions.DealContent(
            title=title,
            wish="Просят предложить варианты и назвать срок",
            expected_sum=Decimal(thousands * 1000),
            expected_on=(self.now + (10 + place) * DAY).date(),
            product_groups=tuple(group),
        )
        begun = self.now - days * DAY
        with clock.at(begun):
            deal = actions.open_deal(client, content, process=self.process, by=manager)
        self._beside(place, deal, manager, begun)
        step = timedelta(days=min(4, days / (passed + 2)))
        for number in range(1, passed + 1):
            with clock.at(begun + number * step):
                deal = actions.move(deal, to=self.stages[number], by=manager)
        with clock.at(min(begun + (passed + 1) * step, self.now)):
            self._end(place, deal, manager, end)

    def _beside(self, place, deal, manager, begun):
        """The third has somebody to decide, a competitor and a score."""
        person = deal.client.people.first()
        with clock.at(begun + timedelta(hours=1)):
            if person:
                actions.add_participant(deal, person, by=manager, part="decides")
            else:
                self._somebody(deal, manager)
            if place % 3 == 0:
                actions.note_offer(
                    deal,
                    by=manager,
                    competitor=self.rivals[place % len(self.rivals)],
                    what="То же, без монтажа",
                    price=deal.expected_sum * Decimal("0.9"),
                    source="Клиент показал КП",
                )
                actions.score_risk(deal, by=manager, budget="yes", term="unknown", task="yes")
                actions.assess_client(
                    deal.client, by=manager, need="yearly", grows="unknown", share="some"
                )

    def _somebody(self, deal, manager):
        person = clients.add_person(deal.client, by=manager, name="Ирина Павлова", part="decides")
        actions.add_participant(deal, person, by=manager)

    def _end(self, place, deal, manager, end):
        if end == "won":
            orders = WorkOrder.objects.filter(client=deal.client, of_deal=None).order_by("-pk")[:1]
            actions.win(deal, by=manager, orders=orders)
        elif end == "lost":
            reason = self.reasons[place % len(self.reasons)]
            rival = self.rivals[place % len(self.rivals)] if place % 2 else None
            actions.lose(deal, by=manager, reason=reason, lost_to=rival)
        elif place % 2:
            content = TaskContent(
                title="Подготовить варианты", deadline=self.now + 3 * DAY, about=deal
            )
            set_tasks(content, of=[manager], by=manager)
