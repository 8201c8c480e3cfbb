"""The demo firm's regulations of contact, with what they have planned by now."""

from datetime import datetime, timedelta

from django.db import transaction

from clients import actions as clients
from clients.models import Segment
from clients.relation import Relation
from clients.segments import Condition, Group
from company.models import Employee
from core import clock
from interactions import actions
from interactions.models import ContactRegulation
from interactions.regulations import planning

IN_FORCE_DAYS = 2
REGULARS = "Постоянные клиенты"
AFTER_HAND_OVER = {
    "name": "Через 3 дня после выдачи",
    "rhythm": "after",
    "occasion": "handed_over",
    "days": 3,
    "purpose": "Узнать, всё ли подошло",
    "script": "Добрый день. Три дня назад вы забрали у нас заказ: всё ли подошло, всё ли понятно?",
}
NOT_LOST = {
    "name": "Постоянные: не реже раза в 30 дней",
    "rhythm": "every",
    "occasion": "",
    "days": 30,
    "purpose": "Узнать, не нужно ли что-нибудь ещё",
    "script": "Добрый день. Давно не виделись: не нужно ли что-нибудь из стекла или зеркал?",
}


class Regulations:
    """`now` is when the demo is loaded: they are in force for a few days by then."""

    def __init__(self, now: datetime):
        self.now = now
        self.director = Employee.objects.select_related("role").get(username="director")

    @transaction.atomic
    def fill(self):
        with clock.at(self.now - timedelta(days=IN_FORCE_DAYS)):
            self._keep(AFTER_HAND_OVER, None)
            self._keep(NOT_LOST, self._regulars())
            planning.plan_due()
        with clock.at(self.now):
            planning.plan_due()

    def _keep(self, said, segment):
        actions.keep_regulation(ContactRegulation(), by=self.director, segment=segment, **said)

    def _regulars(self):
        conditions = Group(parts=[Condition("relation", "one_of", [Relation.REGULAR.value])])
        found = Segment.objects.filter(name=REGULARS).first()
        return found or clients.keep_segment(
            Segment(owner=self.director),
            by=self.director,
            name=REGULARS,
            tree=conditions,
            is_shared=True,
        )
