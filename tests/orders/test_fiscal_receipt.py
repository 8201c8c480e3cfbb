"""The cash register's receipt of a payment: typed, read from its QR code, not needed, still due."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from core.errors import Refused
from orders import actions
from orders.models import Payment
from orders.money.fiscal_receipt import FiscalReceipt, UnreadableQr, read_fiscal_qr
from orders.money.lifecycle import ReceiptState
from tests import given

pytestmark = pytest.mark.django_db
QR = "t=20261122T1530&s=1500.00&fn=9999999999999242&i=33647&fp=2124438805&n=1"


def qr(amount="1500.00", number="33647", direction=1):
    return read_fiscal_qr(
        f"t=20261122T1530&s={amount}&fn=9999999999999242&i={number}&fp=2124438805&n={direction}"
    )


@pytest.fixture
def payment(olga):
    return given.order(by=olga, paid=1500).payments.get()


def state_of(payment):
    payment.refresh_from_db()
    return payment.receipt_state


@pytest.mark.parametrize(
    "text", [QR, f" {QR}\n", QR.replace("T1530", "T153000"), "&".join(reversed(QR.split("&")))]
)
def test_the_text_of_a_qr_code_is_read(text):
    receipt = read_fiscal_qr(text)

    assert (receipt.number, receipt.fn, receipt.fp) == ("33647", "9999999999999242", "2124438805")
    assert (receipt.amount, receipt.operation) == (Decimal("1500.00"), "1")
    assert f"{timezone.localtime(receipt.at):%d.%m.%Y %H:%M}" == "22.11.2026 15:30"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "привет",
        "ST00012|Name=ООО|Sum=150000",
        QR.replace("1500.00", "много"),
        QR.replace("1500.00", "NaN"),
        QR.replace("1500.00", "-5"),
        QR.replace("20261122", "20261322"),
        QR.replace("&n=1", "&n=3"),
        QR.replace("fn=9999999999999242", "fn=99"),
        QR.replace("&i=33647", ""),
    ],
)
def test_what_is_no_receipt_is_not_read(text):
    with pytest.raises(UnreadableQr):
        read_fiscal_qr(text)


def test_a_receipt_of_this_sum_and_direction_is_written_to_the_payment(olga, payment):
    actions.write_receipt(payment, by=olga, receipt=qr())

    assert state_of(payment) == ReceiptState.GIVEN
    assert (payment.receipt_number, payment.receipt_fp) == ("33647", "2124438805")
    assert payment.amount == 1500


def test_anothers_receipt_is_refused(olga, payment):
    with pytest.raises(Refused, match="499,00"):
        actions.write_receipt(payment, by=olga, receipt=qr("1499.00"))
    with pytest.raises(Refused):
        actions.write_receipt(payment, by=olga, receipt=qr(direction=2))
    actions.write_receipt(payment, by=olga, receipt=qr())
    other = given.order(by=olga, paid=1500).payments.get()
    with pytest.raises(Refused):
        actions.write_receipt(other, by=olga, receipt=qr())

    assert state_of(other) == ReceiptState.DUE


def test_a_refund_has_a_receipt_of_return(olga, payment):
    back = actions.refund(
        payment.order, by=olga, amount=Decimal(300), method="cash", ground="Скидка"
    )

    with pytest.raises(Refused):
        actions.write_receipt(back, by=olga, receipt=qr("300.00"))
    actions.write_receipt(back, by=olga, receipt=qr("300.00", direction=2))

    assert state_of(back) == ReceiptState.GIVEN


@pytest.mark.parametrize(
    ("kind", "method", "state"),
    [
        ("person", "cash", ReceiptState.DUE),
        ("person", "card", ReceiptState.DUE),
        ("person", "transfer", ReceiptState.DUE),
        ("organisation", "cash", ReceiptState.DUE),
        ("organisation", "transfer", ReceiptState.NOT_NEEDED),
    ],
)
def test_only_an_organisations_transfer_needs_no_receipt(olga, kind, method, state):
    order = given.order(by=olga, of=given.client(kind=kind), paid=100, method=method)

    assert order.payments.get().receipt_state == state


def test_a_row_undone_before_its_receipt_needs_none(olga, payment):
    undone = actions.correct(payment, by=olga, ground="Ошибка")

    assert {state_of(payment), state_of(undone)} == {ReceiptState.NOT_NEEDED}


def test_a_row_undone_after_its_receipt_needs_one_of_return(olga, payment):
    actions.write_receipt(payment, by=olga, receipt=FiscalReceipt("12"))

    undone = actions.correct(payment, by=olga, ground="Ошибка")

    assert (state_of(payment), state_of(undone)) == (ReceiptState.GIVEN, ReceiptState.DUE)


def test_not_needed_and_needed_after_all_but_a_given_one_stays(olga, payment):
    actions.write_receipt(payment, by=olga, needed=False)
    assert state_of(payment) == ReceiptState.NOT_NEEDED
    actions.write_receipt(payment, by=olga)
    assert state_of(payment) == ReceiptState.DUE

    actions.write_receipt(payment, by=olga, receipt=FiscalReceipt("12"))
    with pytest.raises(Refused):
        actions.write_receipt(payment, by=olga, needed=False)
    actions.write_receipt(payment, by=olga, receipt=FiscalReceipt("13"))

    assert state_of(payment) == ReceiptState.GIVEN
    traced = payment.events.order_by("pgh_id").values_list("receipt_number", flat=True)
    assert [number for number in traced if number] == ["12", "13"]
    with pytest.raises(PermissionDenied):
        actions.write_receipt(payment, by=given.employee("worker"), needed=False)


def test_the_scanner_types_into_the_form_at_the_payment_or_later(login, olga):
    order = given.order(by=olga)
    browser = login(olga)
    typed = {"amount": "1500", "method": "cash", "token": uuid4()}
    take = reverse("orders:take_payment", args=[order.pk])

    assert browser.post(take, {**typed, "receipt": "что-то"}).status_code == 422
    browser.post(take, {**typed, "receipt": QR})
    payment = order.payments.get()
    assert payment.receipt_number == "33647"
    page = reverse("orders:write_receipt", args=[payment.pk])
    assert browser.get(page).status_code == 200
    browser.post(page, {"receipt": "000077"})

    payment.refresh_from_db()
    assert (payment.receipt_number, payment.receipt_fn) == ("77", "")


def test_payments_without_a_receipt_are_a_list_that_leads_to_writing_it(login, olga, payment):
    given.order(by=olga, of=given.client(kind="organisation"), paid=100, method="transfer")
    browser = login(olga)
    address = f"{reverse('orders:payments')}?chip=without_receipt"

    page = browser.get(address).context["list"]
    assert [row.pk for row in page.page.rows] == [payment.pk]
    writing = page.body()[0]["url"]
    assert writing.startswith(reverse("orders:write_receipt", args=[payment.pk]))
    answer = browser.post(writing.partition("?")[0], {"receipt": "5", "next": address})

    assert answer.url == address
    assert not Payment.objects.without_receipt().exists()


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:1"])
def test_one_is_led_back_only_within_the_house(login, olga, payment, wanted):
    page = reverse("orders:write_receipt", args=[payment.pk])

    answer = login(olga).post(page, {"receipt": "5", "next": wanted})

    assert answer.url == payment.order.get_absolute_url()
