"""The demo's plan of the year: with some months off, corrected once, and one remark on it."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction

from company.models import Employee
from core import clock
from sales.models import Forecast
from sales.plan import actions
from sales.plan.actions.draft_plan import PlanContent
from sales.plan.actions.remark import RemarkContent
from sales.plan.cells import Row
from sales.plan.compared import back

# The shape of a year as the director sees it: too bold in summer, too careful before New Year.
SEASON = (0.7, 0.85, 1.05, 1.15, 1.2, 1.2, 1.15, 1.1, 1.05, 1.05, 1, 1)
MONTH_OF_A_MANAGER = (420_000, 280_000, 260_000)
STEP = 1000
DAY = timedelta(days=1)


class SalesPlans:
    """`now` is when the demo is loaded."""

    def __init__(self, now: datetime):
        self.now = now

    @transaction.atomic
    def fill(self):
        people = Employee.objects.working().select_related("role", "office").order_by("pk")
        managers = list(people.filter(role__code="manager"))
        director = people.filter(role__code="director").first()
        if not (managers and director):
            return
        plan = self._accepted(managers, director)
        self._corrected(plan, managers[-1], director)
        self._remark(managers[0], director)
        self._forecasts(managers)

    def _accepted(self, managers, director):
        with clock.at(self.now - 20 * DAY):
            year = clock.today().year
            plan = actions.draft_plan(PlanContent(year, note="На год"), by=director)
            cells = {
                (Row(manager.pk), month): Decimal(round(base * share / STEP) * STEP)
                for manager, base in zip(managers, MONTH_OF_A_MANAGER, strict=False)
                for month, share in enumerate(SEASON, start=1)
            }
            actions.write_plan(plan, by=director, cells=cells)
            return actions.accept_plan(plan, by=director)

    def _corrected(self, plan, manager, director):
        note = "Новый сотрудник, входит в работу"
        with clock.at(self.now - 12 * DAY):
            actions.correct_plan(
                plan,
                by=director,
                row=Row(manager.pk),
                month=clock.today().month,
                amount=Decimal(180_000),
                note=note,
            )

    def _remark(self, manager, director):
        with clock.at(self.now - 3 * DAY):
            month = clock.today().replace(day=1)
            text = "Отстаём от плана: обзвонить постоянных клиентов, которым пора заказать"
            content = RemarkContent(month, manager, text, clock.today() + 10 * DAY)
            actions.set_plan_remark(content, by=director)

    def _forecasts(self, managers):
        """Frozen in the months before, so that there is something to compare."""
        today = clock.today()
        for ago in (2, 1):
            month = back(today, ago)
            for manager, base in zip(managers, MONTH_OF_A_MANAGER, strict=False):
                Forecast.objects.get_or_create(
                    month=month,
                    manager=manager,
                    defaults={
                        "new_sum": Decimal(base) * 2 // 5,
                        "regular_sum": Decimal(base) // 2,
                        "frozen_at": clock.midnight(month) + DAY / 48,
                    },
                )
        actions.freeze_forecasts()
