"""What was said to clients besides the calls that orders owe: with those, two for every order."""

from datetime import timedelta
from random import Random

from bench.lives import YEARS
from company.models import Employee
from core import clock
from crm.demo import names
from interactions import lifecycle
from interactions.channels import Channel
from interactions.models import InteractionKind

PURPOSES = ["Согласовать эскиз", "Уточнить размеры", "Рассказать о новом", "Спросить о заказе"]
WAYS = [(Channel.CALL, "out"), (Channel.CALL, "in"), (Channel.LETTER, "out"), (Channel.CALL, "out")]


class TalkRows:
    """Into the table of the orders' calls: its keys go on."""

    def __init__(self, size: int, clients: int, calls):
        self.size, self.clients, self.calls, self.now = size, clients, calls, clock.now()
        managers = Employee.objects.filter(role__code="manager").order_by("pk")
        self.managers = list(managers.values_list("pk", "office_id"))
        usual = InteractionKind.objects.usual
        self.kinds = [(usual(channel, way).pk, channel.value) for channel, way in WAYS]

    def tables(self):
        return [self.calls]

    def add(self, number: int):
        chance = Random(f"talk {number}")
        manager, office = chance.choice(self.managers)
        kind, channel = self.kinds[number % len(self.kinds)]
        at = self.now - timedelta(days=365 * YEARS) * (1 - number / self.size)
        self.calls.add(
            self.calls.new_id(), 1 + number % self.clients, kind, chance.choice(PURPOSES),
            lifecycle.Status.HELD.value, at, at, lifecycle.Result.REACHED.value,
            chance.choice(names.CALLS), 1, manager, office, manager, at, "", "", None, channel,
        )  # fmt: skip
