"""The client base as rows: invented people and firms with their phones, and how their cards were
changed: five times each, which is a change for every order."""

from datetime import timedelta

from bench.copying import Table
from bench.invented import client
from bench.lives import YEARS
from clients.models import AdSource, Client, ClientPhone
from company.models import Employee
from core import clock, phones

CHANGES = 5


class ClientRows:
    def __init__(self, size: int):
        self.size, self.now = size, clock.now()
        self.managers = list(
            Employee.objects.filter(role__code="manager")
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        self.sources = list(AdSource.objects.order_by("pk").values_list("pk", flat=True))
        self.clients = Table(
            Client, "kind", "name", "address", "ad_source_id", "responsible_id", "created_at",
            "created_by_id",
        )  # fmt: skip
        self.changes = Table(
            Client.pgh_event_model, "pgh_created_at", "pgh_label", "pgh_obj_id", "id", "kind",
            "name", "address", "note", "ad_source_id", "responsible_id", "created_at",
            "created_by_id",
        )  # fmt: skip
        self.phones = Table(ClientPhone, "client_id", "e164", "reversed_digits", "is_main")

    def tables(self):
        return [self.clients, self.phones, self.changes]

    def add(self, number: int):
        found, pk = client(number), self.clients.new_id()
        manager = self.managers[number % len(self.managers)]
        source = self.sources[number % len(self.sources)]
        life = timedelta(days=365 * YEARS) * (1 - number / self.size)
        since = self.now - life
        self.clients.add(pk, found.kind, found.name, found.address, source, manager, since, manager)
        for place in range(CHANGES):
            self.changes.add(
                self.changes.new_id(), since + life * (place / CHANGES),
                "update" if place else "insert", pk, pk, found.kind, found.name, found.address,
                f"Заметка {place}", source, manager, since, manager,
            )  # fmt: skip
        for place, e164 in enumerate(found.phones):
            digits = phones.reversed_tail(e164)
            self.phones.add(self.phones.new_id(), pk, e164, digits, place == 0)
