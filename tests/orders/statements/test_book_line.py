"""A person books what the worker has left of a statement."""

import threading
from decimal import Decimal

import pytest
from django.db import connection
from django.urls import reverse

from core.errors import Refused
from orders import actions
from orders.models import BankLine, Payment
from orders.money.statements.lifecycle import LineStatus, StatementStatus
from orders.money.statements.matching.candidates import Part
from tests import given
from tests.orders.bank_file import ROMASHKA
from tests.orders.statements.lines import candidates, loaded

pytestmark = pytest.mark.django_db


def test_candidates_say_why_and_the_likeliest_is_first(vera, two):
    line = loaded(two[0].amount, vera)

    found = candidates(line)

    assert [each.parts[0].target for each in found[:2]] == two
    assert all(each.reasons for each in found)


def test_what_is_chosen_is_booked_and_the_statement_is_finished(vera, two):
    line = loaded(two[1].amount, vera)

    actions.book_line(line, candidates(line)[1].parts, by=vera, seen="offered")

    two[1].refresh_from_db()
    line.refresh_from_db()
    assert two[1].is_paid
    assert line.status == LineStatus.BOOKED
    assert line.statement.status == StatementStatus.FINISHED


def test_all_open_invoices_together_are_offered_where_they_make_the_sum(vera, two):
    line = loaded(sum(each.amount for each in two), vera)

    found = candidates(line)[0]
    actions.book_line(line, found.parts, by=vera)

    assert [part.target for part in found.parts] == two
    assert Payment.objects.count() == 2


def test_a_person_divides_a_line_as_they_like(vera, two):
    line = loaded(1000, vera)

    actions.book_line(line, [Part(two[0], Decimal(300)), Part(two[1], Decimal(600))], by=vera)

    line.refresh_from_db()
    for invoice in two:
        invoice.refresh_from_db()
    assert [invoice.paid for invoice in two] == [300, 600]
    assert (line.booked, line.rest) == (900, 100)


def test_an_advance_is_kept_and_used_for_a_later_invoice(vera, romashka):
    line = loaded(500, vera)
    actions.book_line(line, [], by=vera, client=romashka)
    assert BankLine.objects.advances().get().rest == 500

    invoice = given.invoice(given.order(of=romashka))
    actions.book_line(line, [Part(invoice, Decimal(200))], by=vera)

    line.refresh_from_db()
    assert (line.booked, line.rest) == (200, 300)


def test_the_page_of_a_later_invoice_offers_the_advance(vera, romashka, login):
    line = loaded(500, vera)
    actions.book_line(line, [], by=vera, client=romashka)
    invoice = given.invoice(given.order(of=romashka))
    browser = login(vera)

    code = f"invoice-{invoice.pk}:500.00"
    page = browser.get(invoice.get_absolute_url()).content.decode()
    browser.post(reverse("orders:book_line", args=[line.pk]), {"parts": code, "seen": "booked"})

    assert code in page
    invoice.refresh_from_db()
    line.refresh_from_db()
    assert (invoice.paid, line.rest) == (500, 0)
    assert code not in browser.get(invoice.get_absolute_url()).content.decode()


def test_never_more_than_the_line_has(vera, two):
    line = loaded(100, vera)

    with pytest.raises(Refused, match="100"):
        actions.book_line(line, [Part(two[0], Decimal("100.01"))], by=vera)

    assert not Payment.objects.exists()


def test_who_finished_the_line_meanwhile_is_named(vera, two):
    anna = given.employee("accountant", last_name="Быстрова")
    line = loaded(two[0].amount, vera)
    seen = line.status
    actions.book_line(line, [Part(two[0], line.amount)], by=anna, seen=seen)

    with pytest.raises(Refused, match="Быстрова"):
        actions.book_line(line, [Part(two[1], line.amount)], by=vera, seen=seen)

    assert Payment.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_with_the_same_line_book_it_once(vera, two):
    line = loaded(two[0].amount, vera)
    anna = given.employee("accountant")
    answers = []
    begin = threading.Barrier(2)

    def press(person, invoice):
        begin.wait()
        try:
            actions.book_line(line, [Part(invoice, line.amount)], by=person, seen="offered")
            answers.append("booked")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    pressing = [
        threading.Thread(target=press, args=each) for each in zip((vera, anna), two, strict=True)
    ]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join()

    assert sorted(answers) == ["booked", "refused"]
    assert Payment.objects.count() == 1


def test_the_page_shows_what_waits_and_books_it_with_one_press(vera, two, login):
    line = loaded(two[0].amount, vera)
    browser = login(vera)

    page = browser.get(line.statement.get_absolute_url()).content.decode()
    code = candidates(line)[0].code
    answer = browser.post(
        reverse("orders:book_line", args=[line.pk]),
        {"parts": code, "seen": "offered"},
        headers={"HX-Request": "true"},
    )

    assert code in page
    assert "Проведено" in answer.content.decode()
    line.refresh_from_db()
    assert line.status == LineStatus.BOOKED


def test_a_line_is_divided_on_its_page_over_what_was_searched(vera, two, login):
    line = loaded(900, vera, payer={**ROMASHKA, "inn": "", "name": "", "account": "4" * 20})
    browser = login(vera)
    address = line.get_absolute_url()

    by_client = browser.get(address, {"q": "Ромашка"}).content.decode()
    by_number = browser.get(address, {"q": str(two[1].seq)}).content.decode()
    browser.post(
        reverse("orders:book_line", args=[line.pk]),
        {f"amount-invoice-{two[0].pk}": "400,00", f"amount-invoice-{two[1].pk}": "500"},
    )

    assert all(invoice.number in by_client for invoice in two)
    assert two[1].number in by_number
    assert [invoice.number in by_number for invoice in two] == [False, True]
    line.refresh_from_db()
    assert (line.booked, line.rest) == (900, 0)


@pytest.mark.parametrize(
    "parts",
    ["invoice-999999:5", "invoice-x:5", "client-1:5", "invoice-1", "order-1:-5", "nonsense"],
)
def test_nonsense_is_refused_in_words(vera, two, login, parts):
    line = loaded(900, vera)

    answer = login(vera).post(
        reverse("orders:book_line", args=[line.pk]),
        {"parts": parts},
        headers={"HX-Request": "true"},
    )

    assert answer.status_code == 409
    assert not Payment.objects.exists()
