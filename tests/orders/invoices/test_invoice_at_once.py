"""Two hands on one invoice at the same moment, and a letter that leaves while it changes."""

from decimal import Decimal

import pytest

from company.models import Notification
from core import outbox
from core.models import OutgoingMessage
from orders import actions
from orders.models import Invoice
from orders.work_orders.lifecycle import Status
from tests import given
from tests.orders.test_at_once import at_once, refused

pytestmark = pytest.mark.django_db(transaction=True)
TRANSFER = "transfer"


def pair():
    return given.employee("manager"), given.employee("manager")


@pytest.mark.parametrize("attempt", range(3))
def test_one_cancels_while_another_books_the_money(attempt):
    olga, marina = pair()
    invoice = given.invoice(given.order(by=olga), by=olga)

    answers = at_once(
        lambda: actions.cancel_invoice(invoice, by=olga, ground="Клиент передумал"),
        lambda: actions.pay_invoice(invoice, by=marina, amount=Decimal(500), method=TRANSFER),
    )

    invoice.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (invoice.status, invoice.paid) in {("cancelled", 0), ("prepared", 500)}
    order = invoice.shares.get().order
    assert order.paid == invoice.paid


def test_two_people_book_all_the_money_and_it_is_booked_once():
    olga, marina = pair()
    invoice = given.invoice(given.order(by=olga), by=olga)
    whole = {"amount": invoice.amount, "method": TRANSFER}

    answers = at_once(
        lambda: actions.pay_invoice(invoice, by=olga, **whole),
        lambda: actions.pay_invoice(invoice, by=marina, **whole),
    )

    invoice.refresh_from_db()
    order = invoice.shares.get().order
    assert len(refused(answers)) == 1
    assert (invoice.status, order.payments.count(), order.debt) == ("paid", 1, 0)


def test_two_people_cancel_and_it_is_cancelled_once():
    olga, marina = pair()
    invoice = given.invoice(given.order(by=olga), by=olga)

    answers = at_once(
        lambda: actions.cancel_invoice(invoice, by=olga, ground="Ошибка"),
        lambda: actions.cancel_invoice(invoice, by=marina, ground="Не тот клиент"),
    )

    assert len(refused(answers)) == 1
    assert invoice.steps.filter(step="cancel").count() == 1


@pytest.mark.parametrize("attempt", range(3))
def test_two_people_issue_anew_and_one_invoice_stands(attempt):
    olga, marina = pair()
    order = given.order(by=olga)
    invoice = given.invoice(order, by=olga)

    answers = at_once(
        lambda: actions.reissue_invoice(invoice, by=olga, ground="Реквизиты"),
        lambda: actions.reissue_invoice(invoice, by=marina, ground="Сумма"),
    )

    assert len(refused(answers)) == 1
    assert Invoice.objects.standing().get().amount == order.total


@pytest.mark.parametrize("attempt", range(3))
def test_two_invoices_of_two_orders_crosswise_wait_in_line(attempt):
    """Each payment holds both orders: taken in one order of rows, nobody waits in a circle."""
    olga, marina = pair()
    client = given.client(by=olga)
    first, second = given.order(by=olga, of=client), given.order(by=olga, of=client)
    there = given.invoice(first, second, by=olga, percent=50)
    back = given.invoice(second, first, by=olga, percent=50)

    answers = at_once(
        lambda: actions.pay_invoice(there, by=olga, amount=there.amount, method=TRANSFER),
        lambda: actions.pay_invoice(back, by=marina, amount=back.amount, method=TRANSFER),
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert refused(answers) == []
    assert (first.debt, second.debt) == (0, 0)
    assert Invoice.objects.paid().count() == 2


@pytest.mark.parametrize("attempt", range(3))
def test_money_goes_back_while_the_order_that_was_paid_by_invoice_is_handed_over(attempt):
    olga, marina = pair()
    order = given.ready_order(by=olga)
    invoice = given.invoice(order, by=olga)
    actions.pay_invoice(invoice, by=olga, amount=invoice.amount, method=TRANSFER)
    back = {"amount": Decimal(500), "method": TRANSFER, "ground": "Скидка"}

    answers = at_once(
        lambda: actions.hand_over(order, by=olga),
        lambda: actions.refund(order, by=marina, **back),
    )

    order.refresh_from_db()
    invoice.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (order.status, invoice.status, invoice.open_amount) in {
        (Status.ARCHIVED, "paid", 0),
        (Status.READY, "sent", 500),
    }


class TestLetterOnItsWay:
    @pytest.fixture
    def post(self, post, settings):
        settings.EMAIL_URL = ""  # the worker comes when it is told to
        return post

    def written(self, invoice, by):
        return actions.send_invoice(
            invoice, by=by, to="buh@romashka.ru", token="t", address_of=lambda made: f"/{made}"
        )

    def test_cancelled_before_the_worker_has_claimed_it_no_letter_leaves(self, post):
        olga, _marina = pair()
        invoice = given.invoice(given.order(by=olga), by=olga)
        letter = self.written(invoice, olga)

        actions.cancel_invoice(invoice, by=olga, ground="Ошибка")
        outbox.send(letter.pk)

        letter.refresh_from_db()
        assert (letter.state, post.letters) == (OutgoingMessage.State.WITHDRAWN, [])

    def test_cancelled_while_the_server_has_it_its_manager_is_told(self, post):
        """The server has the letter and has not answered yet when the invoice is cancelled."""
        olga, marina = pair()
        invoice = given.invoice(given.order(by=olga), by=olga)
        letter = self.written(invoice, olga)

        def cancel():
            assert post.taken.wait(10)
            return actions.cancel_invoice(invoice, by=marina, ground="Ошибка")

        slow_to_answer(post)
        at_once(lambda: outbox.send(letter.pk), cancel)

        letter.refresh_from_db()
        invoice.refresh_from_db()
        assert (letter.state, invoice.status) == (OutgoingMessage.State.SENT, "cancelled")
        assert len(post.letters) == 1
        told = Notification.objects.get(key=f"cancelled_invoice_left:{invoice.pk}")
        assert told.recipient == olga

    def test_issued_anew_while_its_letter_waits_only_the_new_one_can_leave(self, post):
        olga, _marina = pair()
        invoice = given.invoice(given.order(by=olga), by=olga)
        letter = self.written(invoice, olga)

        new = actions.reissue_invoice(invoice, by=olga, ground="Реквизиты")
        outbox.send(letter.pk)
        assert post.letters == []

        outbox.send(self.written(new, olga).pk)
        new.refresh_from_db()
        assert new.number in str(post.letters[0]["Subject"])
        assert new.status == "sent"


def slow_to_answer(server):
    """It answers that it took the letter only after a while."""
    told = server.answers.get

    class Slow(dict):
        def get(self, word, usual=None):
            if word == "DATA":
                server.hold.wait(2)
            return told(word, usual)

    server.answers = Slow()
