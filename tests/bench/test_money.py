"""The base of open invoices that the bench measures money on, in small."""

import pytest
from django.core.management import call_command
from django.db.models import Sum

from bench import debts, money
from clients.models import Client
from interactions.models import Interaction
from orders.models import Invoice, Payment, WorkOrder
from orders.money.debts.calls import PAYMENT_DUE
from orders.money.debts.due import to_be_called

SIZE, LINES = 90, 20


@pytest.fixture
def owed(transactional_db):
    call_command("setup_firm", demo_people=True)
    debts.fill(SIZE)


def test_what_is_owed_agrees_with_orders_payments_and_clients(owed):
    orders, asked = WorkOrder.objects.all(), Invoice.objects.open()
    paid = Payment.objects.values("order").annotate(sum=Sum("amount"))

    assert (asked.count(), orders.count(), Payment.objects.count()) == (SIZE, SIZE, 300)
    assert Client.objects.count() == SIZE / debts.INVOICES_EACH
    assert all(orders.filter(pk=each["order"], paid=each["sum"]).exists() for each in paid)
    assert asked.aggregate(sum=Sum("open_amount")) == orders.aggregate(sum=Sum("debt"))
    owing = Client.objects.aggregate(sum=Sum("summary__debt_sum"))
    assert owing == orders.aggregate(sum=Sum("debt"))


def test_the_worker_plans_the_calls_and_books_most_of_the_lines(owed):
    Invoice.objects.filter(pk__in=to_be_called()[:5]).update(due_call_at=None)

    calls, _seconds = money.next_mornings_calls()
    booked, _seconds = money.a_statement(LINES)

    assert calls >= 5
    assert Interaction.objects.filter(reason=PAYMENT_DUE).count() == calls
    assert (
        LINES * 0.8
        <= booked
        == Payment.objects.filter(line_part__isnull=False)
        .values("line_part__line")
        .distinct()
        .count()
    )
