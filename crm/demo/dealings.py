"""What is said to the demo firm's clients beside their orders: calls, meetings, a letter."""

from datetime import datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from clients.models import Client
from company.models import Employee
from core import clock, outbox
from interactions import actions
from interactions.actions.register import NextStep
from interactions.lifecycle import Result
from interactions.models import InteractionKind

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
# channel, direction, how long ago, what for, what was said
SAID = [
    ("call", "in", 9 * DAY, "Узнать, что нужно", "Зеркало в прихожую, размеры пришлёт"),
    ("message", "in", 8 * DAY, "Узнать, что нужно", "Прислал размеры: 600 × 1200, скруглить углы"),
    ("email", "out", 7 * DAY, "Назвать цену", "Отправили расчёт с фацетом и без"),
    ("visit", "in", 5 * DAY, "Показать образцы", "Выбрали бронзу, думают о подсветке"),
    ("call", "out", 3 * DAY, "Согласовать эскиз", "Просят поднять полку на 5 см"),
    ("call", "in", 1 * DAY, "Спросить о сроке", "Сказали, что успеем к пятнице"),
]
# what for, in how long; those of yesterday are overdue
PLANNED = [
    ("Согласовать эскиз", -1 * DAY),
    ("Назвать цену", -2 * HOUR),
    ("Договориться о замере", 20 * MINUTE),
    ("Напомнить об оплате", 2 * HOUR),
    ("Узнать, всё ли хорошо", 1 * DAY),
    ("Узнать, всё ли хорошо", 3 * DAY),
]


class Dealings:
    """`now` is when the demo is loaded: what is held was held before."""

    def __init__(self, now: datetime):
        self.now = now
        rows = Client.objects.select_related("responsible__role", "responsible__office")
        self.clients = list(rows.order_by("-pk")[: 2 * len(PLANNED)])

    @cached_property
    def staff(self):
        people = Employee.objects.working().select_related("role", "office").order_by("-pk")
        return {person.role.code: person for person in people}

    @transaction.atomic
    def fill(self):
        if not self.clients:
            return
        self._said()
        self._planned()
        self._presentation()
        self._weekly()
        self._letter()

    def _said(self):
        for place, client in enumerate(self.clients):
            for channel, direction, ago, purpose, note in SAID[place % 3 :]:
                with clock.at(self.now - ago - place * 17 * MINUTE):
                    kind = InteractionKind.objects.usual(channel, direction)
                    self._register(client, kind=kind, purpose=purpose, note=note)

    def _planned(self):
        kind = InteractionKind.objects.usual("call", "out")
        missed = kind.results.filter(meaning=Result.NOT_REACHED).first()
        for place, (purpose, after) in enumerate(PLANNED):
            client, moment = self.clients[place], self.now + after
            before = 10 if after > timedelta(0) else None
            with clock.at(min(self.now, moment) - DAY):
                call = self._register(
                    client, kind=kind, purpose=purpose, planned_at=moment, remind_before=before
                )
            if after < timedelta(0):
                with clock.at(moment + HOUR):
                    actions.hold(call, by=call.responsible, outcome=missed)

    def _presentation(self):
        """Held for an organisation with a colleague; what comes next is planned."""
        kind = InteractionKind.objects.filter(demands_next=True).first()
        client = next(
            (each for each in self.clients if each.kind == Client.Kind.ORGANISATION), None
        )
        if kind is None or client is None:
            return
        with clock.at(self.now - 2 * DAY):
            show = self._register(
                client,
                kind=kind,
                purpose="Показать образцы стекла",
                planned_at=self.now - DAY,
                place="г. Москва, Пресненская наб., 12, переговорная 4",
                participants=[self.staff["commercial"]],
            )
        with clock.at(self.now - DAY + HOUR):
            actions.hold(
                show,
                by=show.responsible,
                outcome=kind.results.filter(meaning=Result.REACHED).first(),
                note="Понравился крашеный лакобель, ждут цену на 14 перегородок",
                next_step=NextStep(self.now + 2 * DAY, purpose="Обсудить цену"),
            )

    def _weekly(self):
        """A meeting of every week, with an organisation where there is one."""
        firms = (each for each in self.clients if each.kind == Client.Kind.ORGANISATION)
        client = next(firms, self.clients[0])
        kind = InteractionKind.objects.usual("meeting", "out")
        begins = (timezone.localtime(self.now) + DAY).replace(hour=11, minute=0, second=0)
        actions.register_series(
            client,
            by=client.responsible,
            kind=kind,
            purpose="Сверить график поставок",
            place="г. Москва, Пресненская наб., 12, переговорная 4",
            planned_at=begins.replace(microsecond=0),
            minutes=60,
            remind_before=60,
            period="weekly",
            until=begins.date() + 90 * DAY,
        )

    def _letter(self):
        client = next((each for each in self.clients if each.email), None)
        if client:
            with clock.at(self.now - 3 * HOUR):
                outbox.write(
                    client,
                    key="demo:samples",
                    to=client.email,
                    subject="Образцы стекла и обработки кромки",
                    body="Добрый день.\n\nОбразцы, о которых мы говорили, ждут вас в офисе.",
                    by=client.responsible,
                )

    def _register(self, client, **said):
        return actions.register(client, by=client.responsible, **said)
