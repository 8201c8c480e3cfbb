"""Interests and needs of the demo firm: answered in time and late, decided in every way."""

from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import cycle

from django.db import transaction

from catalog.models import ProductGroup
from clients.models import AdSource, Client
from company.models import Employee
from company.worktime import WorkTime, local_day
from core import clock
from sales.interests import actions
from sales.interests.content import InterestContent, NewClient
from sales.models import Interest, LossReason, SaleProcess

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CALL, VISIT, LETTER = Interest.CameBy.CALL, Interest.CameBy.VISIT, Interest.CameBy.LETTER
# (days ago, whose: a name, or None for somebody known, how, wish, agreed, sum, scene)
INTERESTS = [
    (46, "Алексей Воронцов", CALL, "Зеркало во всю стену в спортзал, 6 × 2,5 м",
     "Прислать примеры", 140_000, "deal"),
    (38, "Кафе «Тёплый дом»", LETTER, "Витражная перегородка между залами",
     "Эскиз до пятницы", 210_000, "late_deal"),
    (33, "Ирина Сомова", CALL, "Гнутое стекло для душевой кабины", "", 38_000, "unmet"),
    (29, None, CALL, "Поменять стекло в двери, разбили при переезде", "", 4_200, "refused"),
    (20, "Денис Крюков", LETTER, "Аквариум на 400 литров", "", 45_000, "unmet"),
    (13, None, CALL, "Зеркало в прихожую к новоселью", "Вернуться после отпуска", 15_000,
     "postponed"),
    (6, "Марина Ежова", VISIT, "Столешница из закалённого стекла", "Посчитать два варианта",
     22_000, "answered"),
    (4, None, CALL, "Витрина в новый магазин, как на Таганке", "Позвонить директору", 130_000,
     "answered"),
    (3, "Тимур Алиев", CALL, "Перила лестницы со стеклом", "", 88_000, "overdue"),
    (0, "Светлана Рогова", LETTER, "Витраж в арку, дубовые листья", "Ответить письмом", 60_000,
     "new"),
    (0, None, CALL, "Ещё одно зеркало с фацетом, 700 × 500", "Назвать цену сегодня", 9_800, "new"),
]  # fmt: skip


class Interests:
    """`now` is when the demo is loaded: nothing here happens later."""

    def __init__(self, now: datetime):
        self.now = now
        self.work = WorkTime(now - 60 * DAY)

    @cached_property
    def manager(self):
        return Employee.objects.select_related("role", "office").get(username="manager")

    @transaction.atomic
    def fill(self):
        self.known = cycle(Client.objects.filter(responsible=self.manager).order_by("-pk")[:6])
        self.sources = cycle(AdSource.objects.active())
        self.groups = cycle(ProductGroup.objects.active())
        for days, name, came_by, wish, agreed, total, scene in INTERESTS:
            content = InterestContent(
                wish=wish,
                came_by=came_by,
                agreed=agreed,
                expected_sum=Decimal(total),
                ad_source=next(self.sources, None),
                product_groups=[group for group in [next(self.groups, None)] if group],
            )
            whose = NewClient(name, "") if name else next(self.known, NewClient("Гость", ""))
            with clock.at(self._came(days)):
                interest = actions.register(
                    whose, content, by=self.manager, responsible=self.manager
                )
            getattr(self, f"_{scene}")(interest)

    def _came(self, days):
        """At eleven of a working day, or an hour ago."""
        day = self.work.calendar.subtract(local_day(self.now) - (days - 1) * DAY, 1)
        begins, _ends = self.work.hours_of(day)
        return min(begins + HOUR, self.now - HOUR) if days else self.now - HOUR / 2

    def _after(self, interest, hours):
        """So much working time later."""
        return clock.at(min(self.work.add(interest.received_at, hours * HOUR), self.now))

    def _new(self, interest):
        """Its clock runs."""

    _overdue = _new

    def _answered(self, interest, hours=1):
        with self._after(interest, hours):
            actions.answer(interest, by=self.manager, note="Рассказал о сроках и ценах")

    def _deal(self, interest, hours=1):
        self._answered(interest, hours)
        process = SaleProcess.objects.active().first()
        with self._after(interest, hours + 9):
            title = interest.wish.split(",")[0]
            actions.turn_into_deal(interest, by=self.manager, process=process, title=title)

    def _late_deal(self, interest):
        self._deal(interest, hours=7)

    def _refused(self, interest, hours=1, *, is_unmet=False):
        self._answered(interest, hours)
        reasons = LossReason.objects.active().filter(is_unmet=is_unmet)
        with self._after(interest, hours + 3):
            actions.refuse(interest, by=self.manager, loss_reason=reasons.first())

    def _unmet(self, interest):
        self._refused(interest, is_unmet=True)

    def _postponed(self, interest):
        with self._after(interest, 2):
            until = local_day(self.now) + 5 * DAY
            actions.postpone(interest, by=self.manager, until=until, note="В отпуске")
