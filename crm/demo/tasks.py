"""Tasks of the demo firm: one in every state, some late, some about clients and orders."""

from datetime import datetime, timedelta
from functools import cached_property

from django.db import transaction

from clients.models import Client
from company.models import Department, Employee
from company.worktime import WorkTime, local_day
from core import clock
from orders.models import WorkOrder
from tasks import actions
from tasks.content import TaskContent, of_template
from tasks.lifecycle import Priority
from tasks.models import RecurringTask, TaskTemplate

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
# name, title, working days, check list
TEMPLATES = [
    (
        "Новый сотрудник",
        "Ввести в курс нового сотрудника",
        5,
        "Логин и права\nПравила приёма заказов\nПоказать цех\nПервый заказ вместе",
    ),
    (
        "Инвентаризация стекла",
        "Пересчитать остатки стекла и зеркала",
        2,
        "Зеркало 4 мм\nСтекло 6 мм\nСтекло 8 мм\nОбрезки",
    ),
    ("Отчёт директору", "Собрать отчёт за неделю", 0, "Выручка\nПросрочки\nПретензии"),
]


class Tasks:
    """`now` is when the demo is loaded: nothing here happens later."""

    def __init__(self, now: datetime):
        self.now = now
        self.work = WorkTime(now - 30 * DAY)

    @cached_property
    def staff(self):
        people = Employee.objects.working().select_related("role", "office", "department")
        return {person.role.code: person for person in people.order_by("-pk")}

    @transaction.atomic
    def fill(self):
        self._templates()
        for scene in (
            self._new,
            self._in_work,
            self._late,
            self._done,
            self._returned,
            self._accepted,
            self._declined,
            self._of_the_shop,
            self._recurring,
        ):
            scene()

    def _templates(self):
        shop = Department.objects.get(name="Производственный цех")
        self.shop = shop
        self.templates = [
            TaskTemplate.objects.get_or_create(
                name=name,
                defaults={
                    "title": title,
                    "due_days": days,
                    "check_list": items,
                    "ordering": place * 10,
                    "department": shop if "стекл" in name else None,
                },
            )[0]
            for place, (name, title, days, items) in enumerate(TEMPLATES, start=1)
        ]

    def _ask(self, days_ago, author, whom, title, *, days=None, **content):
        """Asked at ten in the morning so many days before, for so many working days."""
        with clock.at(self._then(days_ago)):
            deadline = (
                self.work.end_of(self.work.calendar.add(clock.today(), days)) if days else None
            )
            found = TaskContent(title, deadline=deadline, **content)
            whom = whom if isinstance(whom, list) else [whom]
            asked = actions.ask(
                found, of=[self._whom(each) for each in whom], by=self.staff[author]
            )
        return asked[0]

    def _whom(self, name):
        return self.staff[name] if isinstance(name, str) else name

    def _then(self, days_ago, hours=0):
        return min(self.now - days_ago * DAY + hours * HOUR, self.now)

    def _at(self, days_ago, verb, task, by, **words):
        with clock.at(self._then(days_ago, hours=1)):
            return verb(task, by=self.staff[by], **words)

    def _new(self):
        client = Client.objects.order_by("-created_at").first()
        self._ask(0, "director", "manager", "Позвонить клиенту и извиниться за задержку",
                  days=1, about=client, priority=Priority.HIGH)  # fmt: skip
        self._ask(
            0, "commercial", ["manager", "marketing"], "Собрать фото выполненных витражей", days=5
        )
        self._ask(0, "manager", "manager", "Заказать визитки", days=3,
                  remind_at=self.now + 3 * HOUR)  # fmt: skip

    def _in_work(self):
        order = WorkOrder.objects.in_work().order_by("-created_at").first()
        asked = self._ask(2, "manager", "foreman", "Уточнить сложность выреза под розетку",
                          days=3, about=order)  # fmt: skip
        self._at(1, actions.begin, asked, "foreman")
        asked = self._ask(1, "director", "accountant", "Сверить остатки по кассам", days=4,
                          items=("Таганка", "Сокол", "Сейф"))  # fmt: skip
        self._at(1, actions.see, asked, "accountant")
        self._at(0, actions.begin, asked, "accountant")
        self._at(0, actions.tick, asked.items.first(), "accountant")

    def _late(self):
        asked = self._ask(8, "director", "commercial", "Подготовить скидки на декабрь", days=3)
        self._at(7, actions.begin, asked, "commercial")
        asked = self._ask(6, "commercial", "service", "Ответить по гарантии на петли", days=2)
        self._at(5, actions.see, asked, "service")

    def _done(self):
        asked = self._ask(3, "director", "quality", "Разобрать три последние переделки", days=4)
        self._at(1, actions.finish, asked, "quality", note="Две из-за раскроя, одна – перевозка")
        asked = self._ask(2, "manager", "driver", "Забрать ключи от второго офиса", days=1)
        self._at(1, actions.finish, asked, "driver")

    def _returned(self):
        asked = self._ask(5, "director", "marketing", "Составить план рекламы на зиму", days=6)
        self._at(3, actions.finish, asked, "marketing", note="План в папке")
        self._at(2, actions.return_for_rework, asked, "director", remark="Нет бюджета по месяцам")

    def _accepted(self):
        for days, whom, title in (
            (12, "manager", "Обновить образцы фацета в витрине"),
            (9, "foreman", "Проверить вытяжку в цехе"),
            (6, "admin", "Завести логин новому обработчику"),
        ):
            asked = self._ask(days, "director", whom, title, days=3)
            self._at(days - 2, actions.finish, asked, whom, note="Сделано")
            self._at(days - 3, actions.accept, asked, "director")

    def _declined(self):
        asked = self._ask(2, "commercial", "artist", "Нарисовать вывеску для офиса", days=5)
        reason = "До пятницы два витража, не успею"
        self._at(1, actions.decline, asked, "artist", note=reason)
        asked = self._ask(4, "director", "driver", "Отвезти образцы дизайнеру", days=2)
        self._at(3, actions.cancel, asked, "director", reason="Дизайнер заедет сам")

    def _of_the_shop(self):
        asked = self._ask(3, "director", "manager", "Убрать склад обрезков", days=6)
        with clock.at(self._then(2)):
            note = "Это к цеху"
            actions.readdress(asked, by=self.staff["manager"], to=self.shop, note=note)
            content = of_template(self.templates[1], clock.now())
            actions.ask(content, of=[self.shop], by=self.staff["commercial"])

    def _recurring(self):
        rule = RecurringTask.objects.create(
            template=self.templates[2],
            author=self.staff["director"],
            period=RecurringTask.Period.WEEKLY,
            weekdays=[5],
            made_until=local_day(self.now) - 8 * DAY,
        )
        rule.people.set([self.staff["commercial"]])
        for days_ago in range(8, -1, -1):
            with clock.at(self._then(days_ago)):
                actions.set_recurring()
