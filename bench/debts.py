"""What a firm has to do with that sells on invoice: organisations, orders with open invoices that
are due from four months ago until half a year ahead, payments. Each morning so many become due.

DATABASE_URL=… python -m bench.debts 300000
"""

import os
import sys
import time
from datetime import timedelta
from decimal import Decimal
from random import Random

from bench.copying import Table, bare
from bench.load import CHUNK

AGO, AHEAD = 120, 180  # days around today on which invoices are to be paid
INVOICES_EACH = 15  # open ones of one client
PAYMENTS_OF_THREE = 10  # for the orders of three invoices: a million for 300,000
WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)


def main(size: int):
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("setup_firm", demo_people=True)
    begun = time.perf_counter()
    fill(size)
    print(f"{size} open invoices in {time.perf_counter() - begun:.0f} s")


def fill(size: int):
    from django.db import connection, transaction

    from company.models import BankAccount
    from core import clock
    from crm.demo import price_list
    from orders import figures

    price_list.load(clock.today())
    BankAccount.objects.create(bank_name="Банк", bik="044525974", account=OUR_ACCOUNT, is_main=True)
    rows = DebtRows(size)
    with transaction.atomic(), bare(rows.tables()) as cursor:
        for first in range(0, size, CHUNK):
            for number in range(first, min(first + CHUNK, size)):
                rows.add(number)
            for table in rows.tables():
                table.write(cursor)
        cursor.execute(
            "INSERT INTO clients_clientsummary (client_id)"
            " SELECT id FROM clients_client ON CONFLICT DO NOTHING"
        )
    figures.refresh_all()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


OUR_ACCOUNT = "40702810200000000123"


def inn(number: int) -> str:
    """Of an organisation, with its check digit."""
    digits = f"77{number:07}"
    checked = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return f"{digits}{checked % 11 % 10}"


def account(number: int) -> str:
    return f"4070281{number:013}"


class DebtRows:
    """Of every invoice its order, its client where that is a new one, and its money."""

    def __init__(self, size: int):
        from clients.models import Client, Requisites
        from company.models import Employee
        from core import clock
        from orders.models import Invoice, Payment, WorkOrder
        from orders.money.debts.due import until
        from orders.money.invoices.models import InvoiceShare

        self.size, self.now, self.today, self.called = size, clock.now(), clock.today(), until()
        managers = Employee.objects.filter(role__code="manager").order_by("pk")
        self.managers = list(managers.values_list("pk", "office_id"))
        self.clients = Table(
            Client, "kind", "name", "responsible_id", "created_at", "created_by_id"
        )
        self.requisites = Table(Requisites, "inn", "legal_name", "account")
        self.orders = Table(
            WorkOrder, "year", "seq", "office_id", "manager_id", "client_id", "status",
            "priced_on", "promised_on", "total", "paid", "created_at", "accepted_at",
            "has_invoices",
        )  # fmt: skip
        self.payments = Table(
            Payment, "order_id", "client_id", "kind", "method", "amount", "office_id", "day", "at",
            "by_id",
        )  # fmt: skip
        self.invoices = Table(
            Invoice, "year", "seq", "client_id", "office_id", "manager_id", "issued_on", "due_on",
            "expected_on", "due_call_at", "amount", "created_at", "by_id", "status",
        )  # fmt: skip
        self.shares = Table(InvoiceShare, "invoice_id", "order_id", "amount")

    def tables(self):
        return [each for each in vars(self).values() if isinstance(each, Table)]

    def add(self, number: int):
        chance = Random(f"debt {number}")
        place, (manager, office) = number // INVOICES_EACH, self._manager(number)
        client = place + 1
        if number % INVOICES_EACH == 0:
            name = f"ООО «Стройка {client}»"
            self.clients.add(
                self.clients.new_id(), "organisation", name, manager, self.now, manager
            )
            self.requisites.add(client, inn(client), name, account(client))
        due_on = self.today + timedelta(days=chance.randint(-AGO, AHEAD))
        issued_on = min(due_on - timedelta(days=30), self.today)
        at = self.now - (self.today - issued_on) - timedelta(hours=1)
        total, paid = Decimal(chance.randint(20_000, 9_000_000)) / 100, 0
        order = self.orders.new_id()
        for _place in range(PAYMENTS_OF_THREE // 3 + (number % 3 < PAYMENTS_OF_THREE % 3)):
            part = round(total * chance.randint(1, 20) / 100, 2)
            self.payments.add(
                self.payments.new_id(), order, client, "payment", "transfer", part, office,
                issued_on, at, manager,
            )  # fmt: skip
            paid += part
        self.orders.add(
            order, self.today.year, order, office, manager, client, "accepted", issued_on,
            due_on, total, paid, at, at, "t",
        )  # fmt: skip
        invoice = self.invoices.new_id()
        # Who is to pay by today's last day of calls was called before; not so the last day's.
        called = at if due_on < self.called else None
        self.invoices.add(
            invoice, self.today.year, invoice, client, office, manager, issued_on, due_on, due_on,
            called, total - paid, at, manager, "sent",
        )  # fmt: skip
        self.shares.add(self.shares.new_id(), invoice, order, total - paid)

    def _manager(self, number):
        return self.managers[number // INVOICES_EACH % len(self.managers)]


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    django.setup()
    main(int(sys.argv[1]))
