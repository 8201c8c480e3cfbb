"""Deals in every stage of a process, half as many as orders; the newest few hundred are open."""

from datetime import timedelta
from random import Random

from bench.copying import Table
from bench.lives import YEARS
from clients.models import AdSource
from company.models import Employee
from company.robot import robot
from core import clock
from sales.deals.lifecycle import DealStatus
from sales.models import Deal, DealStay, LossReason, ProcessStage, ProcessVersion, SaleProcess

OPEN = 600  # whatever the size
STAGES = (
    ("met", "Знакомство", 10),
    ("measured", "Замер", 25),
    ("offered", "Предложение", 40),
    ("agreed", "Договор", 70),
    ("prepaid", "Предоплата", 90),
)
WISHES = ["Зеркала в зал", "Витраж на дверь", "Душевая из стекла", "Витрины для магазина"]
LONGEST_STAY = 8


def process() -> SaleProcess:
    """One of its own, so that the archive is the same whatever the firm's usual one is."""
    found = SaleProcess.objects.create(name="Заказ в мастерской, архив", ordering=1)
    version = ProcessVersion.objects.create(
        process=found, number=1, made_at=clock.now(), made_by=robot()
    )
    for place, (key, name, probability) in enumerate(STAGES):
        ProcessStage.objects.create(
            version=version,
            key=key,
            name=name,
            ordinal=place,
            norm_days=3,
            probability=probability,
        )
    return found


class DealRows:
    def __init__(self, size: int, clients: int):
        self.size, self.clients, self.now = size, clients, clock.now()
        self.process = process()
        self.version = self.process.versions.get()
        self.stages = list(self.version.stages.values_list("pk", flat=True))
        managers = Employee.objects.filter(role__code="manager").order_by("pk")
        self.managers = list(managers.values_list("pk", "office_id"))
        self.sources = list(AdSource.objects.order_by("pk").values_list("pk", flat=True))
        self.reason = LossReason.objects.get_or_create(name="Дорого")[0].pk
        self.deals = Table(
            Deal, "client_id", "title", "process_id", "process_version_id", "stage_id",
            "stage_since", "furthest", "status", "responsible_id", "office_id", "ad_source_id",
            "expected_sum", "expected_on", "probability", "is_of_new_client", "loss_reason_id",
            "created_at", "created_by_id", "closed_at",
        )  # fmt: skip
        self.stays = Table(
            DealStay, "deal_id", "stage_id", "process_id", "deal_opened_at", "entered_at",
            "left_at", "working_days",
        )  # fmt: skip

    def tables(self):
        return [self.deals, self.stays]

    def add(self, number: int):
        chance = Random(f"deal {number}")
        manager, office = chance.choice(self.managers)
        is_open = number >= self.size - min(OPEN, self.size // 5)
        age = (self.size - number) / self.size * 365 * YEARS
        opened = self.now - timedelta(days=min(age, 40 * chance.random()) if is_open else age + 40)
        furthest = int(len(STAGES) * chance.random() ** 1.7)
        pk, moment = self.deals.new_id(), opened
        for place in range(furthest + 1):
            days, entered = chance.randrange(LONGEST_STAY), moment
            moment = min(entered + timedelta(days=days), self.now)
            stands = is_open and place == furthest
            self.stays.add(
                self.stays.new_id(), pk, self.stages[place], self.process.pk, opened, entered,
                None if stands else moment, None if stands else days,
            )  # fmt: skip
        status = DealStatus.OPEN if is_open else self._end(furthest, chance)
        self.deals.add(
            pk, 1 + chance.randrange(self.clients), chance.choice(WISHES), self.process.pk,
            self.version.pk, self.stages[furthest], entered, furthest, status.value, manager,
            office, chance.choice(self.sources), chance.randrange(5, 400) * 1000,
            (opened + timedelta(days=30)).date(), STAGES[furthest][2], chance.random() < 0.5,
            self.reason if status == DealStatus.LOST else None, opened, manager,
            None if is_open else moment,
        )  # fmt: skip

    def _end(self, furthest, chance):
        """Who has come as far as a contract mostly buys."""
        return DealStatus.WON if furthest >= 3 and chance.random() < 0.8 else DealStatus.LOST
