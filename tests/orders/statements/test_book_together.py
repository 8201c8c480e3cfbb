"""The lines of a statement are booked together, and all comes out as if each had come alone."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from clients.models import ClientSummary
from company.models import Notification
from core import clock, outbox
from core.models import OutgoingMessage
from interactions.models import Interaction
from orders import actions
from orders.models import BankLine, Invoice, LinePart, Payment, WorkOrder
from orders.money.debts import calls
from orders.money.debts.measures import LETTERS
from orders.money.invoices.models import InvoiceShare, Settlement
from orders.money.statements import work
from tests import given
from tests.orders.bank_file import SUPPLIER
from tests.orders.statements.bank import MOMENT, Bank

pytestmark = pytest.mark.django_db


def a_day_at_the_bank(bank):
    """Whatever may stand in a statement, much of it about the same papers."""
    in_parts = bank.invoice(bank.order(bank.client()))
    for share in (Decimal(100), Decimal("250.50"), in_parts.amount - Decimal("350.50")):
        bank.pays_invoice(in_parts, share)

    buyer = bank.client()
    three = [bank.invoice(bank.order(buyer)) for _each in range(3)]
    named = ", ".join(invoice.number for invoice in three)
    bank.pays(buyer, sum(invoice.amount for invoice in three), f"Оплата по счетам {named}")

    late = bank.client()
    free, taken = (bank.invoice(bank.order(late)) for _each in range(2))
    bank.pays_invoice(taken)
    both = f"Оплата по счетам {free.number}, {taken.number}"
    bank.pays(late, free.amount + taken.amount, both)

    over = bank.invoice(bank.order(bank.client()))
    bank.pays_invoice(over, over.amount + 500)

    twice = bank.invoice(bank.order(bank.client()))
    bank.pays_invoice(twice)
    bank.pays_invoice(twice)

    halved = bank.order(bank.client())
    first, second = (bank.invoice(halved, percent=50) for _each in range(2))
    bank.pays_invoice(second)
    bank.pays_invoice(first)
    bank.pays(halved.client, 10, f"Доплата за заказ {halved.number}")

    client = bank.client()
    two_orders = bank.invoice(bank.order(client), bank.order(client))
    bank.pays_invoice(two_orders, two_orders.amount - 300)
    bank.pays_invoice(two_orders, 300)

    plain = bank.order(bank.client())
    bank.pays(plain.client, plain.debt, f"Предоплата по заказу {plain.number}")

    by_sum = bank.invoice(bank.order(bank.client()))
    bank.pays(by_sum.client, by_sum.amount, "Оплата за зеркала")

    cancelled = bank.invoice(bank.order(bank.client()))
    actions.cancel_invoice(cancelled, by=bank.olga, ground="Передумал")
    bank.pays_invoice(cancelled)

    given_back = bank.invoice(bank.order(bank.client()))
    share = given_back.shares.get()
    actions.pay_invoice(given_back, by=bank.olga, amount=given_back.amount, method="transfer")
    actions.refund(share.order, by=bank.olga, amount=Decimal(400), method="transfer", ground="Скол")
    bank.pays_invoice(given_back, 400)

    cheaper = bank.order(bank.client())
    asks_too_much = bank.invoice(cheaper)
    WorkOrder.objects.filter(pk=cheaper.pk).update(total=cheaper.total - 200)
    bank.pays_invoice(asks_too_much, 700)
    bank.pays_invoice(asks_too_much, asks_too_much.amount - 700)

    bank.pays(buyer, 7, "Проценты")
    bank.pays_out(SUPPLIER, 900, "За стекло")
    bank.pays_out(bank.payers[over.client_id], 500, "Возврат излишне уплаченного")


def debts_that_were_called_about(bank):
    """Of a client without credit: two are overdue, calls and letters about them wait."""
    client = bank.client(is_credit_stopped=True, email="buh@example.ru")
    with clock.at(MOMENT - timedelta(days=20)):
        invoices = [
            bank.invoice(bank.order(client), due_on=clock.today() + timedelta(days=3))
            for _each in range(2)
        ]
    for invoice in invoices:
        calls.owe(invoice)
        outbox.write(
            invoice,
            key=f"{LETTERS}{invoice.pk}",
            to="a@b.ru",
            subject="Долг",
            body="…",
            by=bank.vera,
        )
        bank.pays_invoice(invoice)


def outcome():
    """All that money has moved, in words of the business: keys differ from run to run."""
    return {
        "orders": _of(WorkOrder, "pk", "paid", "debt", "status"),
        "invoices": _of(Invoice, "pk", "status", "paid", "open_amount", "paid_at"),
        "shares": _of(InvoiceShare, "pk", "paid"),
        "steps": _of(Invoice, "pk", "steps__step", "steps__by", "steps__at", "steps__note"),
        "payments": _of(
            Payment, "order", "client", "kind", "method", "amount", "day", "at", "by", "office",
            "receipt_state",
        ),
        "settlements": _of(Settlement, "share", "payment__order", "amount"),
        "lines": _of(
            BankLine, "number", "status", "client", "booked", "rest", "finished_by", "finished_at",
            "steps__step", "steps__by", "steps__note",
        ),
        "parts": _of(LinePart, "line__number", "payment__order", "amount"),
        "clients": _of(ClientSummary, "client", "paid_sum", "debt_sum", "ordered_sum"),
        "calls": _of(Interaction, "pk", "status", "held_by", "steps__step", "steps__by"),
        "letters": _of(OutgoingMessage, "key", "state"),
        "bells": _of(Notification.objects.exclude(key__startswith="job"), "recipient", "key"),
        "history": [
            _of(WorkOrder.pgh_event_model, "pgh_obj", "pgh_label", "paid", "has_invoices"),
            _of(Invoice.pgh_event_model, "pgh_obj", "pgh_label", "paid", "status"),
            _of(Payment.pgh_event_model, "order", "pgh_label", "amount"),
            _of(Settlement.pgh_event_model, "share", "pgh_label", "amount"),
        ],
    }  # fmt: skip


def _of(rows, *fields):
    rows = rows if hasattr(rows, "values_list") else rows._base_manager
    return sorted(rows.values_list(*fields), key=repr)


def booked_alone(wanted, *, by):
    for each in wanted:
        usual([each], by=by)


usual = work.book_lines


def loaded(content, *, by):
    """What came of it; then it is as if it had never come."""
    with transaction.atomic():
        with clock.at(MOMENT):
            given.statement(content, by=by)
        found = outcome()
        transaction.set_rollback(True)
    return found


def test_together_everything_comes_out_as_alone(monkeypatch):
    bank = Bank()
    a_day_at_the_bank(bank)
    debts_that_were_called_about(bank)

    together = loaded(bank.file(), by=bank.vera)
    monkeypatch.setattr(work, "book_lines", booked_alone)
    alone = loaded(bank.file(), by=bank.vera)

    for what in together:
        assert together[what] == alone[what], what
    states = {line[0]: line[1] for line in together["lines"]}
    assert Counter(states.values()) == {"booked": 17, "offered": 7, "expense": 1}


def test_piece_by_piece_it_comes_out_as_in_one(monkeypatch):
    """What one line has paid the next one of another piece is matched with."""
    bank = Bank()
    a_day_at_the_bank(bank)

    whole = loaded(bank.file(), by=bank.vera)
    monkeypatch.setattr(work, "PIECE", 4)
    pieces = loaded(bank.file(), by=bank.vera)

    for what in ("orders", "invoices", "shares", "payments", "settlements", "parts", "clients"):
        assert whole[what] == pieces[what], what


def test_lines_that_came_before_are_not_booked_again():
    bank = Bank()
    invoices = [bank.invoice(bank.order(bank.client())) for _each in range(3)]
    bank.pays_invoice(invoices[0])
    given.statement(bank.file(), by=bank.vera)
    for invoice in invoices[1:]:
        bank.pays_invoice(invoice)

    longer = given.statement(bank.file(), by=bank.vera)

    assert (longer.lines_count, longer.repeated_count) == (2, 1)
    assert Payment.objects.count() == 3
    assert Invoice.objects.paid().count() == 3


def test_a_line_that_somebody_has_finished_meanwhile_is_left_alone(monkeypatch):
    bank = Bank()
    invoices = [bank.invoice(bank.order(bank.client())) for _each in range(2)]
    for invoice in invoices:
        bank.pays_invoice(invoice)

    def somebody_is_quicker(wanted, *, by):
        line = wanted[0][0]
        actions.leave_out_line(line, by=bank.vera, ground="Ошибка банка")
        usual(wanted, by=by)

    monkeypatch.setattr(work, "book_lines", somebody_is_quicker)
    given.statement(bank.file(), by=bank.vera)

    assert dict(BankLine.objects.values_list("number", "status")) == {
        "1": "left_out",
        "2": "booked",
    }
    assert Payment.objects.get().order == invoices[1].shares.get().order


def test_a_line_without_inn_is_not_of_a_client_whose_card_has_none_either():
    """One is known by the account alone, in the same file somebody unknown pays the same sum."""
    bank = Bank()
    invoice = bank.invoice(bank.order(bank.client()))
    requisites = invoice.client.requisites
    requisites.inn = ""
    requisites.save()
    bank.pays(invoice.client, 5, "Проценты")
    bank.payers[invoice.client_id] = {"name": "ИП Чужой", "inn": "", "account": "4" * 20}
    bank.pays_invoice(invoice)

    found = given.statement(bank.file(), by=bank.vera)

    assert not found.lines.booked().exists()


def test_a_dozen_lines_cost_as_many_queries_as_three(django_assert_max_num_queries):
    bank = Bank()
    client = bank.client()
    counted = []
    for many in (3, 12):
        bank.sections.clear()
        for _each in range(many):
            bank.pays_invoice(bank.invoice(bank.order(client)))
        with django_assert_max_num_queries(200) as captured:
            given.statement(bank.file(), by=bank.vera)
        counted.append(len(captured))

    assert counted[0] == counted[1]
