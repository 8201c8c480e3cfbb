"""What goes from hand to hand in the demo firm: a client that is offered, a tag on many at once."""

from datetime import datetime, timedelta

from django.db import transaction

from clients.actions import bulk
from clients.actions import hands as clients
from clients.models import Client, Tag
from company.models import Employee
from core import clock
from interactions.actions import hands as interactions
from interactions.models import Interaction

REGULAR, TAG = 3, "Постоянный"


class Hands:
    """`now` is when the demo is loaded; the answers are still to be given."""

    def __init__(self, now: datetime):
        self.now = now
        people = Employee.objects.working().select_related("role", "office")
        self.managers = list(people.filter(role__code="manager").order_by("pk")[:2])
        self.chief = people.get(username="commercial")

    @transaction.atomic
    def fill(self):
        giver, taker = self.managers
        self._tag()
        with clock.at(self.now - timedelta(hours=2)):
            if client := Client.objects.filter(responsible=giver).order_by("pk").first():
                note = "Просит вести его на Соколе: живёт рядом"
                clients.hand_over(client, by=giver, to=taker, note=note)
        with clock.at(self.now - timedelta(hours=1)):
            planned = Interaction.objects.planned().filter(responsible=giver, reason="")
            if call := planned.order_by("planned_at", "pk").first():
                interactions.hand_over(call, by=giver, to=taker, note="Я на замере до вечера")

    def _tag(self):
        tag, _is_new = Tag.objects.get_or_create(name=TAG)
        regular = Client.objects.filter(summary__orders_count__gte=REGULAR)
        if regular.exists():
            with clock.at(self.now - timedelta(days=1)):
                facts = {"what": "add_tag", "value": tag.pk}
                found = bulk.prepare_bulk_change(regular, by=self.chief, **facts)
                bulk.run_bulk_change(found, by=self.chief)
