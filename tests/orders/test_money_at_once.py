"""Money comes while a call is answered or an order cancelled: nobody waits in a circle."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from core import clock
from core.errors import Refused
from interactions import actions as interactions
from interactions.lifecycle import Status
from interactions.models import Interaction
from orders import actions
from orders.models import BankLine, Invoice, Payment, WorkOrder
from orders.money.debts import calls
from tests import given
from tests.orders.bank_file import document, statement
from tests.orders.test_at_once import refused
from tests.outside import until

pytestmark = pytest.mark.django_db(transaction=True)


def waiting_hands():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0]


def one_after_the_other(row, *verbs):
    """All of them wait for the row, in this order; then it is let go."""

    def run(verb):
        try:
            return verb()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(verbs)) as hands:
        with transaction.atomic():
            type(row).objects.select_for_update().get(pk=row.pk)
            begun = []
            for place, verb in enumerate(verbs, start=1):
                begun.append(hands.submit(run, verb))
                until(lambda wanted=place: waiting_hands() == wanted, seconds=20)
        return [each.result(timeout=20) for each in begun]


def test_an_answer_about_a_payment_while_it_comes_waits_for_it_and_not_in_a_circle():
    olga, vera = given.employee(), given.employee("accountant")
    invoice = given.invoice(given.order(by=olga), by=olga)
    call, day = calls.owe(invoice), clock.today() + timedelta(days=3)
    money = {"amount": invoice.amount, "method": "transfer"}
    said = {"result": "reached", "answer": "will_pay", "answer_on": day}

    _payments, answer = one_after_the_other(
        invoice,
        lambda: actions.pay_invoice(invoice, by=vera, **money),
        lambda: interactions.hold(call, by=olga, **said),
    )

    assert isinstance(answer, Refused)
    assert Invoice.objects.get().is_paid
    assert Interaction.objects.get(pk=call.pk).status == Status.DROPPED


def test_a_talk_about_a_ready_order_while_it_is_handed_over_waits_for_it():
    olga, marina = given.employee(), given.employee()
    order = given.ready_order(by=olga, paid=1768)
    call = Interaction.objects.owed().about(order).get()
    WorkOrder.objects.update(unreached_at=clock.now())

    _order, answer = one_after_the_other(
        order,
        lambda: actions.hand_over(order, by=olga),
        lambda: interactions.hold(call, by=marina, result="reached"),
    )

    assert isinstance(answer, Refused)
    assert Interaction.objects.get(pk=call.pk).status == Status.DROPPED


def test_one_order_of_an_invoice_is_cancelled_while_the_other_is_paid():
    olga, vera = given.employee(), given.employee("accountant")
    client = given.client(by=olga)
    paid, cancelled = given.order(by=olga, of=client), given.order(by=olga, of=client)
    invoice = given.invoice(paid, cancelled, by=olga)

    one_after_the_other(
        invoice,
        lambda: actions.take_payment(paid, by=vera, amount=paid.debt, method="transfer"),
        lambda: actions.cancel(cancelled, by=olga, ground="Передумал"),
    )

    paid.refresh_from_db()
    cancelled.refresh_from_db()
    assert (paid.debt, cancelled.status) == (0, "cancelled")
    assert client.summary.debt_sum == 0


def test_two_statements_at_once_pay_each_invoice_once():
    """The second file names the same invoices, the last one first."""
    olga, vera = given.employee(), given.employee("accountant")
    romashka = given.organisation(by=olga)
    invoices = [given.invoice(given.order(by=olga, of=romashka), by=olga) for _each in range(6)]
    files = [
        statement(*[_payment(each, number) for each in theirs])
        for number, theirs in ((1, invoices), (2, invoices[::-1]))
    ]

    answers = one_after_the_other(
        invoices[3].shares.get().order,
        *[lambda file=file: given.statement(file, by=vera) for file in files],
    )

    assert refused(answers) == []
    assert Payment.objects.count() == Invoice.objects.paid().count() == len(invoices)
    assert BankLine.objects.booked().count() == BankLine.objects.to_be_finished().count()


def _payment(invoice, number):
    return document(
        number=f"{number}{invoice.seq}",
        day=clock.today().strftime("%d.%m.%Y"),
        amount=str(invoice.amount),
        purpose=f"Оплата по счету {invoice.number}",
    )
