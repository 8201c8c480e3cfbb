"""What the firm and a client owe each other, on a paper to be signed by both."""

import re
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.urls import reverse

from clients.models import ClientSummary
from core import clock, documents, outbox
from core.errors import Refused
from core.models import Document, OutgoingMessage
from core.words import rubles_in_words
from orders import actions
from orders.money.reconciling import account
from tests import given, paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def romashka(olga):
    return given.organisation(by=olga)


def of_today(client, by):
    return actions.reconcile(client, by=by, since=clock.today(), until=clock.today())


def content_of(found):
    return documents.latest("reconciliation", found).content


def words_of(found):
    pdf = documents.pdf_of(documents.latest("reconciliation", found))
    return re.sub(r"\s+", " ", paper.words_of(pdf).replace("\xa0", " "))


def nothing(client, by):
    pass


def in_work_and_paid_in_part(client, by):
    given.order(by=by, of=client, paid=500)


def handed_over_and_paid(client, by):
    given.handed_over_order(by=by, of=client)


def handed_over_with_a_debt(client, by):
    order = given.ready_order(by=by, of=client, paid=1000)
    actions.allow_debt(order, by=given.employee("director"))
    actions.hand_over(order, by=by)


def handed_over_in_part(client, by):
    order = given.half_ready_order(by=by, of=client, paid=2000)
    first = order.positions.first()
    actions.hand_over(order, by=by, positions=[first.pk])


def some_pieces_of_a_position(client, by):
    order = given.ready_order(given.mirror(quantity=3), by=by, of=client, paid=4000)
    position = order.positions.get()
    actions.hand_over(order, by=by, positions=[position.pk], quantities={position.pk: 1})


def given_back_and_corrected(client, by):
    order = given.handed_over_order(by=by, of=client)
    director = given.employee("director")
    actions.refund(order, by=director, amount=Decimal(300), method="cash", ground="Скол")
    second = given.order(by=by, of=client)
    mistaken = actions.take_payment(second, by=by, amount=Decimal(700), method="cash")
    actions.correct(mistaken, by=by, ground="Не тот заказ")


def cancelled_with_costs_kept(client, by):
    order = given.order(by=by, of=client, paid=1000)
    actions.cancel(order, by=by, ground="Передумал", kept_for_costs=Decimal(400))


def several(client, by):
    handed_over_with_a_debt(client, by)
    in_work_and_paid_in_part(client, by)
    cancelled_with_costs_kept(client, by)


SCENARIOS = [
    nothing,
    in_work_and_paid_in_part,
    handed_over_and_paid,
    handed_over_with_a_debt,
    handed_over_in_part,
    some_pieces_of_a_position,
    given_back_and_corrected,
    cancelled_with_costs_kept,
    several,
]


@pytest.mark.parametrize("happened", SCENARIOS, ids=lambda each: each.__name__)
def test_it_agrees_with_the_debt_of_the_client(happened, romashka, olga):
    happened(romashka, olga)

    found = of_today(romashka, olga)

    overpaid = -(romashka.orders.filter(debt__lt=0).aggregate(sum=Sum("debt"))["sum"] or 0)
    debt = ClientSummary.objects.get(client=romashka).debt_sum
    assert found.closing + account.in_work(romashka) == debt - overpaid
    said = content_of(found)
    moved = Decimal(said["turnover"]["debit"]) - Decimal(said["turnover"]["credit"])
    assert found.opening + moved == found.closing


def test_another_client_s_orders_are_none_of_it(romashka, olga):
    handed_over_with_a_debt(given.client("Пётр Чужой", "", by=olga), olga)

    assert of_today(romashka, olga).closing == 0


def test_a_debt_is_owed_to_the_firm_in_words(romashka, olga):
    handed_over_with_a_debt(romashka, olga)

    words = words_of(of_today(romashka, olga))

    for due in [
        "Акт сверки взаимных расчётов",
        "ООО «Ромашка», ИНН 7700000009, КПП 770001001",
        "Основание начисления — передача",
        "Обороты за период 1 768,00 1 000,00",
        "Сальдо на конец 768,00",
        "задолженность в пользу ООО «Наряд-Стекло»: 768,00 ₽",
        rubles_in_words(Decimal(768)),
        "М.П.",
    ]:
        assert due in words, due


def test_money_before_the_hand_over_is_owed_to_the_client(romashka, olga):
    in_work_and_paid_in_part(romashka, olga)

    words = words_of(of_today(romashka, olga))

    assert "задолженность в пользу ООО «Ромашка»: 500,00 ₽" in words
    assert "принято в работу и ещё не передано на сумму 1 768,00 ₽" in words


def test_what_was_before_the_period_is_its_opening_balance(romashka, olga):
    handed_over_with_a_debt(romashka, olga)
    order = romashka.orders.get()

    with clock.at(clock.now() + timedelta(days=10)):
        actions.take_payment(order, by=olga, amount=Decimal(68), method="transfer")
        found = of_today(romashka, olga)

    assert (found.opening, found.closing) == (768, 700)
    assert [row["kind"] for row in content_of(found)["rows"]] == ["payment"]


def test_nobody_owes_anything(romashka, olga):
    handed_over_and_paid(romashka, olga)

    assert "задолженности нет" in words_of(of_today(romashka, olga))


def test_it_stays_as_it_was_though_money_is_booked_later(romashka, olga):
    handed_over_with_a_debt(romashka, olga)
    found = of_today(romashka, olga)
    first = documents.pdf_of(documents.latest("reconciliation", found))

    actions.take_payment(romashka.orders.get(), by=olga, amount=Decimal(768), method="cash")

    assert documents.pdf_of(documents.latest("reconciliation", found)) == first
    assert of_today(romashka, olga).closing == 0


def test_days_to_come_and_a_period_backwards_are_refused(romashka, olga):
    today = clock.today()
    with pytest.raises(Refused):
        actions.reconcile(romashka, by=olga, since=today, until=today + timedelta(days=1))
    with pytest.raises(Refused):
        actions.reconcile(romashka, by=olga, since=today, until=today - timedelta(days=1))


class TestOnTheScreen:
    def test_it_is_made_on_the_client_s_page_and_opened(self, login, romashka, olga):
        handed_over_with_a_debt(romashka, olga)
        browser, address = login(olga), reverse("orders:reconcile", args=[romashka.pk])
        assert address in browser.get(romashka.get_absolute_url()).text

        today = clock.today()
        browser.post(address, {"since": today.isoformat(), "until": today.isoformat()})

        page = browser.get(address).text
        made = romashka.reconciliations.get()
        document = Document.objects.of(made).get()
        assert reverse("core:document", args=[document.pk]) in page
        pdf = browser.get(reverse("core:document", args=[document.pk]))
        assert pdf["Content-Type"] == "application/pdf"

    def test_it_is_mailed_once(self, login, romashka, olga, mailoutbox):
        found = of_today(romashka, olga)
        address = reverse("orders:send_reconciliation", args=[found.pk])
        typed = {"token": uuid4(), "to": "buh@romashka.ru"}
        browser = login(olga)

        browser.post(address, typed)
        browser.post(address, typed)

        letter = OutgoingMessage.objects.of(found).get()
        outbox.send(letter.pk)
        [(name, _data, _kind)] = mailoutbox[0].attachments
        assert name.startswith("Акт сверки")

    def test_who_does_not_read_debts_or_requisites_makes_none(self, login, romashka):
        rights = given.role("accountant").rights
        for hidden in ("debt_sum", "inn"):
            role = given.role(rights=rights, scope="all", hidden_fields=[hidden])
            blind = given.employee(role=role)
            address = reverse("orders:reconcile", args=[romashka.pk])
            assert login(blind).get(address).status_code == 403
            with pytest.raises(PermissionDenied):
                of_today(romashka, blind)
            assert address not in login(blind).get(romashka.get_absolute_url()).text

    def test_a_wrong_period_stays_in_the_form(self, login, romashka, olga):
        address = reverse("orders:reconcile", args=[romashka.pk])

        assert login(olga).post(address, {"since": "x", "until": ""}).status_code == 422


def test_a_long_account_asks_as_few_questions_as_a_short_one(
    romashka, olga, django_assert_max_num_queries
):
    for _ in range(4):
        handed_over_and_paid(romashka, olga)

    with django_assert_max_num_queries(4):
        account.entries(romashka, clock.today(), clock.today())
