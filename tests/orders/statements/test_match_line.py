"""What is sure of a line is booked by itself; everything else waits for a person."""

from decimal import Decimal

import pytest

from clients.models import Requisites
from core import clock
from orders import actions
from orders.models import BankLine, ExpenseKind, Payment
from orders.money.statements.lifecycle import LineStatus, StatementStatus
from tests import given
from tests.orders.bank_file import OURS, OURS_TOO, ROMASHKA, SUPPLIER, WE
from tests.orders.statements.lines import TODAY, came, of_today

pytestmark = pytest.mark.django_db


def the_line(loaded) -> BankLine:
    return loaded.lines.get()


def test_the_number_of_an_open_invoice_of_the_payer_is_sure(vera, invoice):
    said = f"Оплата по счету № {invoice.seq} от {TODAY}. В т.ч. НДС"

    loaded = given.statement(of_today(came(invoice.amount, said)), by=vera)

    line = the_line(loaded)
    invoice.refresh_from_db()
    assert (line.status, line.booked, line.rest) == (LineStatus.BOOKED, invoice.amount, 0)
    assert (line.client, line.finished_by) == (invoice.client, vera)
    assert invoice.is_paid
    payment = Payment.objects.get()
    assert (payment.method, payment.by, payment.day) == ("transfer", vera, clock.today())
    assert (loaded.status, loaded.received) == (StatementStatus.FINISHED, invoice.amount)


def test_inn_and_exactly_what_is_left_to_pay_is_sure_without_a_number(vera, invoice):
    loaded = given.statement(of_today(came(invoice.amount, "Оплата за зеркала")), by=vera)

    invoice.refresh_from_db()
    assert the_line(loaded).status == LineStatus.BOOKED
    assert invoice.is_paid


def test_the_sum_alone_never_books(vera, invoice):
    stranger = {**ROMASHKA, "inn": "7700000016", "name": "ООО Чужое", "account": "4" * 20}

    loaded = given.statement(of_today(came(invoice.amount, "Оплата", payer=stranger)), by=vera)

    assert the_line(loaded).status == LineStatus.OFFERED
    assert not Payment.objects.exists()
    assert loaded.status == StatementStatus.OPEN


def test_a_number_of_another_clients_invoice_is_not_sure(vera, invoice):
    stranger = {**ROMASHKA, "inn": "7700000016", "name": "ООО Чужое", "account": "4" * 20}
    said = f"Оплата по счету № {invoice.seq} от {TODAY} за ООО Ромашка"

    loaded = given.statement(of_today(came(invoice.amount, said, payer=stranger)), by=vera)

    assert the_line(loaded).status == LineStatus.OFFERED


def test_two_open_invoices_of_the_same_sum_are_left_to_a_person(vera, romashka):
    olga = given.employee()
    for _place in range(2):
        one = given.invoice(given.order(by=olga, of=romashka), by=olga)

    loaded = given.statement(of_today(came(one.amount)), by=vera)

    assert the_line(loaded).status == LineStatus.OFFERED


def test_one_payment_over_three_invoices_that_it_names(vera, romashka):
    olga = given.employee()
    three = [given.invoice(given.order(by=olga, of=romashka), by=olga) for _place in range(3)]
    numbers = ", ".join(f"№ {each.seq}" for each in three)
    total = sum(each.amount for each in three)

    loaded = given.statement(of_today(came(total, f"Оплата по счетам {numbers}")), by=vera)

    for each in three:
        each.refresh_from_db()
    assert [each.is_paid for each in three] == [True, True, True]
    assert the_line(loaded).rest == 0


def test_several_payments_on_one_invoice(vera, invoice):
    said = f"Оплата по счету № {invoice.seq} от {TODAY}"
    half = invoice.amount / 2

    first, second = came(half, said), came(invoice.amount - half, said, number="6503")
    loaded = given.statement(of_today(first, second), by=vera)

    invoice.refresh_from_db()
    assert loaded.lines.booked().count() == 2
    assert invoice.is_paid


def test_what_is_paid_over_stays_as_the_clients_advance(vera, invoice):
    said = f"Оплата по счету № {invoice.seq}"

    loaded = given.statement(of_today(came(invoice.amount + 500, said)), by=vera)

    line = the_line(loaded)
    assert (line.status, line.booked, line.rest) == (LineStatus.BOOKED, invoice.amount, 500)
    assert list(BankLine.objects.advances()) == [line]


def test_an_order_that_the_payer_names_is_paid_without_an_invoice(vera, romashka):
    order = given.order(of=romashka)

    loaded = given.statement(of_today(came(order.debt, f"Предоплата по заказу {order.number}")))

    order.refresh_from_db()
    assert the_line(loaded).status == LineStatus.BOOKED
    assert order.debt == 0


def test_a_private_person_is_known_by_name_and_number_but_never_by_name_and_sum(vera):
    olga = given.employee()
    ivan = given.client("Иванов Иван", by=olga)
    named, unnamed = (given.invoice(given.order(by=olga, of=ivan), by=olga) for _place in range(2))
    bank = {"name": "ИВАНОВ ИВАН ИВАНОВИЧ//Москва//", "inn": "", "account": "3" * 20}
    by_number = came(named.amount, f"счет {named.number}", payer=bank)
    by_sum = came(unnamed.amount, "Перевод", payer=bank, number="2")

    loaded = given.statement(of_today(by_number, by_sum), by=vera)

    named.refresh_from_db()
    assert named.is_paid
    assert loaded.lines.get(number="2").status == LineStatus.OFFERED


def test_own_transfers_are_left_out_of_payments(vera):
    between = came(100, "Перевод", payer={**WE, "account": OURS_TOO})

    loaded = given.statement(of_today(between, accounts=(OURS, OURS_TOO)), by=vera)

    assert the_line(loaded).status == LineStatus.OWN_TRANSFER
    assert loaded.status == StatementStatus.FINISHED
    assert not Payment.objects.exists()


def test_card_acquiring_is_matched_to_no_order(vera, invoice):
    said = f"Возмещение по операциям с картами, мерчант 123, заказ {invoice.seq}"

    loaded = given.statement(of_today(came(invoice.amount, said)), by=vera)

    line = the_line(loaded)
    assert line.status == LineStatus.LEFT_OUT
    assert line.ground


def test_outgoing_money_is_kept_as_an_expense_of_the_kind_bought_before(vera):
    glass = ExpenseKind.objects.create(name="Стекло")
    supplier = given.organisation("ООО «Стекло-Опт»", inn=SUPPLIER["inn"])
    first = given.statement(of_today(came(10, "За стекло", payer=WE, payee=SUPPLIER)), by=vera)
    actions.keep_expense(the_line(first), by=vera, kind=glass)

    next_one = came(20, "За стекло", payer=WE, payee=SUPPLIER, number="8")
    second = given.statement(of_today(next_one), by=vera)

    line = the_line(second)
    assert (line.status, line.expense_kind, line.client) == (
        LineStatus.EXPENSE,
        glass,
        supplier,
    )
    assert not Payment.objects.exists()


def test_money_that_goes_back_to_a_client_waits_for_a_person(vera, invoice):
    given.statement(of_today(came(invoice.amount + 500, f"счет {invoice.number}")), by=vera)
    back = came(500, "Возврат излишне уплаченного", payer=WE, payee=ROMASHKA, number="9")

    loaded = given.statement(of_today(back), by=vera)

    assert the_line(loaded).status == LineStatus.OFFERED


def test_a_document_without_its_end_is_never_booked_by_itself(vera, invoice):
    cut = came(invoice.amount, without_end=True)

    loaded = given.statement(of_today(cut), by=vera)

    assert the_line(loaded).status == LineStatus.OFFERED


def test_clients_requisites_may_say_the_account_alone(vera, romashka, invoice):
    Requisites.objects.filter(client=romashka).update(inn="", account=ROMASHKA["account"])

    loaded = given.statement(
        of_today(came(invoice.amount - Decimal("0.01"), f"счет {invoice.number}")), by=vera
    )

    assert the_line(loaded).status == LineStatus.BOOKED
