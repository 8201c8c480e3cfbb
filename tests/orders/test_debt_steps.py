"""An invoice that is not paid goes the firm's steps, each once."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from company.models import Notification
from core import clock
from core.models import OutgoingMessage
from interactions.models import Interaction
from orders import actions
from orders.models import DebtStep, Invoice
from orders.money.debts.stepping import take_steps
from tests import given

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 6, 16)  # the day to pay
DAY = timedelta(days=1)


def moment(day):
    return datetime(day.year, day.month, day.day, 9, tzinfo=get_default_timezone())


@pytest.fixture
def usual_steps():
    for days, measure in (
        (1, "mail"),
        (3, "call"),
        (6, "mail"),
        (7, "director"),
        (13, "stop_credit"),
    ):
        given.debt_step(days, measure)


def overdue(olga, *, of=None, due_on=TUESDAY):
    of = of or given.client(email="buh@romashka.ru")
    with clock.at(moment(date(2026, 6, 1))):
        return given.invoice(given.order(by=olga, of=of), by=olga, due_on=due_on)


def run(days_later):
    with clock.at(moment(TUESDAY + days_later * DAY)):
        return take_steps()


def done(invoice=None):
    rows = DebtStep.objects.filter(invoice=invoice) if invoice else DebtStep.objects.all()
    return [(step.measure, step.days) for step in rows.order_by("pk")]


def test_a_debt_goes_its_steps_one_after_the_other(olga, usual_steps):
    chief, invoice = given.employee("director"), overdue(olga)

    for days in range(15):
        run(days)
        run(days)

    # The days off between them are made up for on the next working one.
    assert done(invoice) == [
        ("mail", 1),
        ("call", 3),
        ("mail", 6),
        ("director", 7),
        ("stop_credit", 13),
    ]
    assert OutgoingMessage.objects.filter(key__startswith="debt:").count() == 2
    assert Interaction.objects.get(reason="payment_due").subject == invoice
    assert Notification.objects.filter(recipient=chief, key__startswith="debts:").count() == 1
    invoice.client.refresh_from_db()
    assert invoice.client.is_credit_stopped


def test_the_letter_carries_the_invoice_s_paper(olga, usual_steps):
    invoice = overdue(olga)

    run(1)

    letter = OutgoingMessage.objects.get()
    assert letter.to == "buh@romashka.ru"
    assert letter.documents.get().number == invoice.number
    assert "16.06.2026" in letter.body


def test_after_an_outage_the_latest_of_each_kind_is_done_and_no_burst_of_letters(olga, usual_steps):
    invoice = overdue(olga)

    run(9)
    run(9)

    assert sorted(done(invoice)) == [("call", 3), ("director", 7), ("mail", 6)]


def test_nothing_is_done_on_a_day_off(olga, usual_steps):
    overdue(olga, due_on=date(2026, 6, 18))

    assert run(4) == 0


def test_what_is_paid_in_time_or_late_goes_no_further(olga, usual_steps):
    invoice = overdue(olga)
    run(1)

    with clock.at(moment(TUESDAY + 2 * DAY)):
        actions.pay_invoice(invoice, by=olga, amount=invoice.amount, method="transfer")

    assert run(9) == 0
    assert OutgoingMessage.objects.get().state == OutgoingMessage.State.WITHDRAWN


def test_a_disputed_invoice_waits(olga, usual_steps):
    invoice = overdue(olga)
    actions.dispute(invoice, by=olga, words="Не та сумма")

    assert run(9) == 0

    actions.settle_dispute(invoice, by=olga, words="Сверились")

    assert run(9) == 3


def test_while_the_day_that_was_named_is_ahead_nobody_writes_or_calls(olga, usual_steps):
    invoice = overdue(olga)
    with clock.at(moment(TUESDAY)):
        actions.promise(invoice, by=olga, day=TUESDAY + 8 * DAY)

    run(7)
    assert done(invoice) == [("director", 7)]

    run(9)
    assert ("mail", 6) in done(invoice)


def test_a_deferral_begins_the_steps_anew(olga, usual_steps):
    invoice = overdue(olga)
    run(1)
    with clock.at(moment(TUESDAY + DAY)):
        actions.grant_deferral(invoice, by=olga, until=TUESDAY + 7 * DAY)

    assert run(7) == 0
    assert run(8) == 1
    assert done(invoice) == [("mail", 1), ("mail", 1)]


def test_the_steps_of_a_segment_stand_in_place_of_those_for_all(olga, usual_steps):
    dear = given.client("Дорогой друг", "", email="d@d.ru")
    segment = given.segment(given.condition("name", "contains", "Дорогой"), is_shared=True)
    given.debt_step(5, "call", segment=segment)
    theirs, anothers = overdue(olga, of=dear), overdue(olga)

    run(13)

    assert done(theirs) == [("call", 5)]
    assert ("stop_credit", 13) in done(anothers)
    dear.refresh_from_db()
    assert not dear.is_credit_stopped


def test_who_has_paid_all_gets_credit_again_from_a_person(olga, usual_steps):
    chief, invoice = given.employee("director"), overdue(olga)
    run(13)

    actions.pay_invoice(Invoice.objects.get(), by=olga, amount=invoice.amount, method="transfer")

    assert chief.notifications.filter(key__startswith="credit-again").exists()
    invoice.client.refresh_from_db()
    assert invoice.client.is_credit_stopped


def test_the_page_says_what_was_done_and_what_was_answered(olga, usual_steps, client):
    invoice = overdue(olga)
    run(1)
    with clock.at(moment(TUESDAY + 2 * DAY)):
        actions.promise(invoice, by=olga, day=TUESDAY + 9 * DAY)
    client.force_login(olga)

    page = client.get(reverse("orders:overdue"))

    assert invoice.number in page.text
    assert "Письмо с напоминанием 17.06.2026" in page.text
    assert "Заплатит до 25.06.2026" in page.text


def test_a_dispute_is_settled_on_the_invoice_s_page(olga, client):
    invoice = overdue(olga)
    actions.dispute(invoice, by=olga, words="Не та сумма")
    client.force_login(olga)
    assert "Не та сумма" in client.get(invoice.get_absolute_url()).text

    client.post(reverse("orders:settle_dispute", args=[invoice.pk]), {"words": "Сверились"})

    invoice.refresh_from_db()
    assert not invoice.is_disputed
    assert "Сверились" in client.get(invoice.get_absolute_url()).text
