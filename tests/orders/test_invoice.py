"""A client is asked to pay for orders: wholly, in part, on paper, by letter, anew, not at all."""

import html
import re
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from core import clock, outbox
from core.errors import Refused
from core.models import Document, OutgoingMessage
from orders import actions
from orders.models import Invoice, WorkOrder
from tests import given

pytestmark = pytest.mark.django_db
TRANSFER = "transfer"


@pytest.fixture
def olga():
    return given.employee()


def test_an_invoice_asks_for_all_that_is_owed(olga):
    order = given.order(by=olga)

    invoice = given.invoice(order, by=olga)

    assert (invoice.amount, invoice.paid, invoice.status) == (order.total, 0, "prepared")
    assert invoice.number == f"СЧ-{clock.today().year}-000001"
    assert [line.title for line in invoice.lines.all()] == [order.positions.get().title]
    assert invoice.vat_amount == sum(line.vat_amount for line in invoice.lines.all())


def test_a_part_is_asked_for_in_one_line_and_the_rest_by_another_invoice(olga):
    order = given.order(by=olga)

    half = given.invoice(order, by=olga, percent=50)
    rest = given.invoice(order, by=olga)

    assert half.lines.get().title.startswith("Предоплата 50 % по наряд-заказу")
    assert half.amount + rest.amount == order.total


def test_nothing_is_asked_for_twice(olga):
    order = given.order(by=olga)
    given.invoice(order, by=olga)

    with pytest.raises(Refused, match="запрашивать"):
        given.invoice(order, by=olga)


def test_one_invoice_is_for_the_orders_of_one_client(olga):
    mine, anothers = given.order(by=olga), given.order(by=olga, of=given.client("Пётр Чужой", ""))

    with pytest.raises(Refused):
        given.invoice(mine, anothers, by=olga)


def test_a_second_press_answers_the_first_invoice(olga):
    order, token = given.order(by=olga), uuid4()

    first = given.invoice(order, by=olga, token=token)
    second = given.invoice(order, by=olga, token=token)

    assert first == second
    assert Invoice.objects.count() == 1


def test_the_day_to_pay_comes_from_the_client_s_terms(olga):
    client = given.client(deferral_days=10, deferral_unit="working_days")
    order = given.order(by=olga, of=client)

    with clock.at(clock.midnight(date(2026, 11, 2))):
        invoice = given.invoice(order, by=olga)

    # The 4th is a day off.
    assert invoice.due_on == date(2026, 11, 17)


def test_money_taken_at_the_desk_stands_on_the_order_s_invoice(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)

    actions.take_payment(order, by=olga, amount=order.total, method="cash")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.paid, invoice.open_amount) == ("paid", order.total, 0)


def test_one_payment_over_two_invoices_goes_to_the_one_due_first(olga):
    order = given.order(by=olga)
    first = given.invoice(order, by=olga, percent=40)
    second = given.invoice(order, by=olga)

    actions.take_payment(order, by=olga, amount=first.amount + 100, method="cash")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status, second.paid) == ("paid", "prepared", 100)


def test_money_for_an_invoice_of_two_orders_pays_both(olga):
    client = given.client()
    orders = [given.order(by=olga, of=client), given.order(by=olga, of=client)]
    invoice = given.invoice(*orders, by=olga)

    payments = actions.pay_invoice(invoice, by=olga, amount=invoice.amount, method=TRANSFER)

    invoice.refresh_from_db()
    assert invoice.status == "paid"
    assert [payment.order for payment in payments] == orders
    assert not WorkOrder.objects.in_debt().exists()


def test_no_more_is_booked_than_is_asked(olga):
    invoice = given.invoice(by=olga)

    with pytest.raises(Refused, match="Осталось"):
        actions.pay_invoice(invoice, by=olga, amount=invoice.amount + 1, method=TRANSFER)


def test_a_transfer_of_an_earlier_day_is_booked_by_that_day(olga):
    invoice = given.invoice(by=olga)
    day = clock.today().replace(day=1)

    payment, *_ = actions.pay_invoice(
        invoice, by=olga, amount=invoice.amount, method=TRANSFER, day=day
    )

    assert payment.day == day
    assert payment.order.payments.between(day, day).get() == payment


def test_money_given_back_is_owed_again(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=order.total, method="cash")

    actions.refund(order, by=olga, amount=Decimal(500), method="cash", ground="Вернули часть")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.open_amount) == ("sent", 500)


def test_money_without_an_invoice_goes_back_first(olga):
    order = given.order(by=olga, paid=300)
    invoice = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=invoice.amount, method="cash")

    actions.refund(order, by=olga, amount=Decimal(300), method="cash", ground="Переплата")

    invoice.refresh_from_db()
    assert invoice.status == "paid"


def test_a_corrected_payment_is_taken_off_its_own_invoice(olga):
    order = given.order(by=olga)
    first = given.invoice(order, by=olga, percent=40)
    second = given.invoice(order, by=olga)
    mistaken = actions.take_payment(order, by=olga, amount=first.amount, method="cash")
    actions.take_payment(order, by=olga, amount=second.amount, method="cash")

    actions.correct(mistaken, by=olga, ground="Не тот заказ")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.paid, second.status) == (0, "paid")


def test_a_cancelled_invoice_keeps_its_number_and_asks_for_nothing(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)

    actions.cancel_invoice(invoice, by=olga, ground="Клиент платит наличными")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.open_amount) == ("cancelled", 0)
    assert given.invoice(order, by=olga).seq == invoice.seq + 1


def test_an_invoice_with_money_on_it_is_not_cancelled(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=Decimal(10), method="cash")

    with pytest.raises(Refused, match="10,00"):
        actions.cancel_invoice(invoice, by=olga, ground="Ошибка")


def test_an_invoice_is_issued_anew_and_its_money_goes_along(olga):
    order = given.order(by=olga)
    old = given.invoice(order, by=olga)
    actions.take_payment(order, by=olga, amount=Decimal(700), method="cash")

    new = actions.reissue_invoice(old, by=olga, ground="Другие реквизиты")

    old.refresh_from_db()
    assert (old.status, old.paid) == ("cancelled", 0)
    assert (new.amount, new.paid, new.replaces) == (order.total, 700, old)
    assert sum(row.put_here for row in order.payments.on_invoice(new)) == 700


def test_an_order_that_has_become_cheaper_outgrows_its_invoice(olga):
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)
    assert not Invoice.objects.outgrown().exists()

    WorkOrder.objects.filter(pk=order.pk).update(total=order.total - 100)

    assert Invoice.objects.outgrown().get() == invoice


def test_an_invoice_is_cancelled_with_its_order(olga):
    order = given.order(by=olga, paid=500)
    invoice = given.invoice(order, by=olga)

    actions.cancel(order, by=olga, ground="Клиент передумал")

    invoice.refresh_from_db()
    assert (invoice.status, invoice.steps.last().by.is_robot) == ("cancelled", True)


def test_an_invoice_of_another_order_too_waits_for_a_person(olga):
    mary = given.client()
    order, other = given.order(by=olga, of=mary), given.order(by=olga, of=mary)
    invoice = given.invoice(order, other, by=olga)

    actions.cancel(order, by=olga, ground="Клиент передумал")

    invoice.refresh_from_db()
    assert invoice.is_open
    assert "больше" in olga.notifications.get().text


def test_an_amendment_that_makes_an_order_cheaper_rings_for_the_manager(olga):
    order = given.order(given.mirror(1000, 1000), by=olga)
    invoice = given.invoice(order, by=olga)

    amendment = given.amendment(order, by=olga, width_mm=400)
    actions.confirm_amendment(amendment, by=olga, how="phone")

    assert invoice.number in olga.notifications.get().text


def test_what_the_paper_says_stays_when_the_requisites_change(olga):
    invoice = given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)
    paper = Document.objects.of(invoice).get()

    invoice.client.requisites.legal_name = "ООО «Лютик»"
    invoice.client.requisites.save()

    assert paper.content["payer"]["name"] == "ООО «Ромашка»"
    assert paper.content["account"]["account"] == given.bank_account().account


class TestLetter:
    def send(self, invoice, olga, token="t"):
        return actions.send_invoice(
            invoice, by=olga, to="buh@romashka.ru", token=token, address_of=lambda made: f"/{made}"
        )

    def test_it_carries_the_paper_and_an_address(self, olga):
        invoice = given.invoice(by=olga)

        letter = self.send(invoice, olga)

        assert letter.documents.get() == Document.objects.of(invoice).get()
        assert invoice.number in letter.body
        assert self.send(invoice, olga) == letter

    def test_the_invoice_is_sent_when_the_letter_has_left(self, olga, settings, mailoutbox):
        invoice = given.invoice(by=olga)
        letter = self.send(invoice, olga)

        outbox.send(letter.pk)

        invoice.refresh_from_db()
        assert invoice.status == "sent"
        assert len(mailoutbox) == 1

    def test_a_letter_that_waits_does_not_leave_with_a_cancelled_invoice(self, olga, mailoutbox):
        invoice = given.invoice(by=olga)
        letter = self.send(invoice, olga)

        actions.cancel_invoice(invoice, by=olga, ground="Ошибка в сумме")

        outbox.send(letter.pk)
        letter.refresh_from_db()
        assert (letter.state, mailoutbox) == (OutgoingMessage.State.WITHDRAWN, [])

    def test_the_client_opens_it_by_the_address(self, olga, client):
        invoice = given.invoice(by=olga)
        made = []
        actions.send_invoice(
            invoice, by=olga, to="b@r.ru", token="t", address_of=lambda token: made.append(token)
        )
        address = reverse("orders:shown_invoice", args=made)

        page = client.get(address)
        assert invoice.number in page.text
        invoice.refresh_from_db()
        assert invoice.status == "prepared"

        client.post(reverse("orders:open_invoice", args=made))

        invoice.refresh_from_db()
        assert invoice.status == "opened"
        pdf = client.get(reverse("orders:shown_invoice_pdf", args=made))
        assert pdf["Content-Type"] == "application/pdf"

    def test_another_address_opens_nothing(self, client, db):
        assert client.get(reverse("orders:shown_invoice", args=["nonsense"])).status_code == 404


class TestOnTheScreen:
    def quote(self, login, by, *orders, **typed):
        chosen = {"orders": [order.pk for order in orders], "token": uuid4()}
        return login(by).post(reverse("orders:quote_invoice"), chosen | typed).text

    def test_the_form_says_what_it_would_ask_for(self, login, olga):
        order = given.order(by=olga)

        assert "1\xa0768,00" in self.quote(login, olga, order)
        assert "884,00" in self.quote(login, olga, order, percent="50")
        assert "хотя бы один" in self.quote(login, olga)

    def test_more_than_is_left_is_said_before_the_button_is_pressed(self, login, olga):
        order = given.order(by=olga)
        given.invoice(order, by=olga, percent=50)

        assert "884,00" in self.quote(login, olga, order, percent="60")

    def test_another_office_s_order_is_not_quoted(self, login, olga):
        elsewhere = given.employee(office=given.office("Офис на Соколе"))
        order = given.order(by=elsewhere)

        assert "1\xa0768,00" not in self.quote(login, olga, order)

    def test_who_may_is_led_to_the_account_that_lacks(self, login, olga):
        order = given.order(by=olga)
        page = f"{reverse('orders:issue_invoice')}?order={order.pk}"
        accounts = reverse("company:dictionary", args=["bank-accounts"])
        director = given.employee("director")

        assert accounts in login(director).get(page).text
        assert "банковского счёта" in login(olga).get(page).text

        bare = actions.issue_invoice([order], by=olga)
        assert accounts in login(director).get(bare.get_absolute_url()).text
        given.bank_account()
        assert accounts not in login(director).get(page).text

    def test_the_order_s_page_shows_its_invoices_and_leads_to_another(self, login, olga):
        order = given.order(by=olga)
        address = f"{reverse('orders:issue_invoice')}?order={order.pk}"
        assert address in login(olga).get(order.get_absolute_url()).text

        half = given.invoice(order, by=olga, percent=50)

        page = login(olga).get(order.get_absolute_url()).text
        assert half.number in page
        assert address in page

    def test_the_client_s_page_leads_to_an_invoice_for_what_is_owed(self, login, olga):
        client = given.client(by=olga)
        address = f"{reverse('orders:issue_invoice')}?client={client.pk}"
        assert address not in login(olga).get(client.get_absolute_url()).text

        order = given.order(by=olga, of=client)

        assert address in login(olga).get(client.get_absolute_url()).text
        assert order.number in login(olga).get(address).text


class TestRegister:
    def register(self, login, person, **query):
        page = reverse("core:report", args=["invoice_register"])
        return login(person).get(page, query)

    @pytest.mark.parametrize("by", ["issued_on", "manager", "client"])
    def test_it_counts_what_was_asked_for_with_its_vat(self, login, olga, by):
        first = given.invoice(given.order(by=olga), by=olga)
        given.invoice(given.order(by=olga), by=olga)
        void = given.invoice(given.order(by=olga), by=olga)
        actions.cancel_invoice(void, by=olga, ground="Ошибка")
        actions.pay_invoice(first, by=olga, amount=Decimal(768), method=TRANSFER)

        page = self.register(login, olga, by=by).text

        text = page.replace("\xa0", " ")
        for due in ("3 536,00", "637,64", "768,00", "2 768,00"):
            assert due in text, due

    def test_a_figure_opens_the_list_of_its_invoices(self, login, olga):
        kept = given.invoice(given.order(by=olga), by=olga)
        void = given.invoice(given.order(by=olga), by=olga)
        actions.cancel_invoice(void, by=olga, ground="Ошибка")

        page = self.register(login, olga, by="client")
        [address, *_] = re.findall(r'href="(/orders/invoices/\?[^"]+)"', page.text)

        rows = login(olga).get(html.unescape(address)).text
        assert kept.number in rows
        assert void.number not in rows


def test_the_file_of_the_list_has_what_an_accountant_needs(login, olga):
    invoice = given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)
    file = login(olga).get(reverse("core:list_export", args=["invoices", "csv"]))
    text = file.getvalue().decode("utf-8-sig")

    head, row = text.splitlines()[:2]
    for name in ("Номер", "Дата", "Клиент", "ИНН", "Сумма", "НДС", "Оплачено", "Состояние"):
        assert name in head, name
    for value in (invoice.number, "7700000009", "318,82"):
        assert value in row, value


def test_who_does_not_read_the_inn_gets_none_in_the_file(login, olga):
    given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)
    role = given.role(rights=given.role("accountant").rights, scope="all", hidden_fields=["inn"])
    blind = given.employee(role=role)

    file = login(blind).get(reverse("core:list_export", args=["invoices", "csv"]))

    assert "7700000009" not in file.getvalue().decode("utf-8-sig")
