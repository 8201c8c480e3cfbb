"""A payment is called about and put off by a promise; a debt goes the firm's steps."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from company.calendar import WorkCalendar
from company.models import Notification
from core import cells, clock
from interactions.models import Interaction
from orders.money.debts import due
from orders.money.debts.calls import PAYMENT_DUE
from orders.money.debts.planning import plan_due_calls
from orders.money.debts.stepping import take_steps
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)
ADDRESS = "buh@romashka.ru"


def last_working_morning():
    """Today, or the Friday before: the jobs rest on days off."""
    day = clock.today()
    while not WorkCalendar(day).is_working(day):
        day -= DAY
    return clock.midnight(day) + timedelta(minutes=1)


def invoice_due(day, *, by):
    client = given.client("ООО «Ромашка»", "8 916 123-45-67", by=by, email=ADDRESS)
    with clock.at(min(clock.midnight(day), clock.now()) - 10 * DAY):
        return given.invoice(given.order(by=by, of=client), by=by, due_on=day)


def test_a_call_about_a_payment_is_made_and_the_payment_put_off(screen, barriers, olga):
    invoice = invoice_due(due.until(), by=olga)
    with clock.at(last_working_morning()):
        assert plan_due_calls() == 1
    page = screen(olga)

    page.goto(reverse("interactions:calls"))
    page.get_by_role("link", name="По одному подряд").click()
    call = page.locator("#following")
    expect(call).to_contain_text(f"Счёт {invoice.number}")
    expect(call).to_contain_text(cells.rubles(invoice.open_amount))
    expect(call).to_contain_text("Когда ждать оплату?")
    expect(call.get_by_role("link", name="+7 916 123-45-67")).to_be_visible()
    assert barriers(page) == []

    day = invoice.due_on + 4 * DAY
    call.locator("[name=answer_on]").fill(day.isoformat())
    call.get_by_role("button", name="Заплатит").click()
    page.get_by_text("Звонка никто не ждёт").wait_for()

    page.goto(invoice.get_absolute_url())
    expect(page.locator("main")).to_contain_text(cells.day(day))
    invoice.refresh_from_db()
    assert (invoice.due_on, invoice.expected_on) == (day - 4 * DAY, day)
    with clock.at(last_working_morning()):
        assert plan_due_calls() == 0
    assert not Interaction.objects.get(reason=PAYMENT_DUE).is_planned


def test_a_debt_goes_its_steps(screen, barriers, olga):
    chief = given.employee("director")
    desk, office = screen(olga), screen(chief)
    for days, measure in ((1, "mail"), (3, "call"), (7, "director")):
        given.debt_step(days, measure)
    invoice = invoice_due(clock.today() - 20 * DAY, by=olga)

    for passed in range(12):
        with clock.at(clock.midnight(invoice.due_on + passed * DAY) + timedelta(hours=9)):
            take_steps()

    desk.goto(reverse("orders:overdue"))
    row = desk.locator("tbody tr", has_text=invoice.number)
    for step in ("Письмо", "Звонок", "директор"):
        expect(row).to_contain_text(step, ignore_case=True)
    assert barriers(desk) == []
    desk.goto(invoice.get_absolute_url())
    expect(desk.locator("main")).to_contain_text("просрочен на 20 дней")
    expect(desk.locator("section", has_text="Шаги по долгу").last).to_contain_text(ADDRESS)

    office.goto(f"{reverse('orders:overdue')}?chip=director")
    expect(office.locator("tbody")).to_contain_text(invoice.number)
    assert Notification.objects.filter(recipient=chief, key__startswith="debts:").exists()
