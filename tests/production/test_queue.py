"""The queue on the workshop's tablets."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from orders import actions
from orders.models import WorkOrder
from tests import given

pytestmark = pytest.mark.django_db
QUEUE = reverse("production:queue")


def words(answer) -> str:
    return answer.content.decode().replace("\xa0", " ")


def test_an_accepted_order_stands_in_the_queue_at_once(login):
    order = given.order(given.mirror(600, 800, quantity=2, note="Подвес сверху"))

    page = words(login(given.employee("worker")).get(QUEUE))

    for due in (
        order.number,
        "600×800",
        "фацет 15 мм",
        "Подвес сверху",
        order.promised_on.strftime("%d.%m.%Y"),
        order.office.name,
        "<svg",
    ):
        assert due in page, due


@pytest.mark.parametrize("role", ["foreman", "worker", "artist", "driver"])
def test_the_workshop_sees_neither_prices_nor_clients(login, role):
    order = given.order(paid=1000, of=given.client("Мария Светлова", "+7 916 123-45-67"))

    pages = [QUEUE, reverse("production:position", args=[order.positions.get().pk])]

    for page in pages:
        shown = words(login(given.employee(role)).get(page))
        assert order.number in shown
        for secret in ("Светлова", "123-45-67", "79161234567", "₽", "1 768", "1768", "768,00"):
            assert secret not in shown, secret


def test_calculations_goods_and_checked_pieces_are_not_in_the_queue(login):
    given.calculation()
    given.order(given.delivery())
    given.checked_order()

    page = words(login(given.employee("worker")).get(QUEUE))

    assert "touch-card" not in page
    assert "empty-state" in page


def test_the_earliest_promise_comes_first(login):
    later, sooner = given.order(), given.order()
    WorkOrder.objects.filter(pk=sooner.pk).update(promised_on=later.promised_on - timedelta(days=1))

    page = words(login(given.employee("worker")).get(QUEUE))

    assert page.index(sooner.number) < page.index(later.number)


def test_what_is_late_says_so_in_a_word(login):
    order = given.order()
    late = clock.today() - timedelta(days=1)
    WorkOrder.objects.filter(pk=order.pk).update(promised_on=late)

    page = words(login(given.employee("worker")).get(QUEUE, {"state": "overdue"}))

    assert order.number in page
    assert "state-bad" in page


def test_chips_narrow_by_state_and_by_stage(login):
    waiting, started = given.order(), given.order(given.mirror(facet_mm=None))
    foreman = given.employee("foreman")
    actions.start(started.positions.get(), by=foreman)
    browser = login(foreman)

    by_state = words(browser.get(QUEUE, {"state": "started"}))
    by_stage = words(browser.get(QUEUE, {"stage": "facet"}))

    assert started.number in by_state
    assert waiting.number not in by_state
    assert waiting.number in by_stage
    assert started.number not in by_stage


def test_nonsense_in_the_address_is_an_empty_page_and_no_fault(login):
    given.order()
    browser = login(given.employee("worker"))

    for query in (
        {"stage": "x'y"},
        {"page": "-1"},
        {"page": "9" * 30},
        {"stage": "\x00"},
        {"state": "nowhere"},
    ):
        assert browser.get(QUEUE, query).status_code == 200


def test_a_long_queue_has_pages(login):
    given.order(*[given.mirror(500 + place, 700) for place in range(30)])
    browser = login(given.employee("worker"))

    first, second = words(browser.get(QUEUE)), words(browser.get(QUEUE, {"page": "2"}))

    assert (first.count("<article"), second.count("<article")) == (24, 6)
    assert 'rel="next"' in first
    assert 'rel="prev"' in second


def test_htmx_gets_the_cards_alone(login, htmx):
    given.order()

    answer = login(given.employee("worker")).get(QUEUE, headers=htmx)

    assert answer.content.decode().lstrip().startswith('<div id="queue"')


def test_the_desk_has_no_shop_queue(login):
    assert login(given.employee("manager")).get(QUEUE).status_code == 403


def test_a_card_offers_exactly_the_steps_of_its_state(login):
    order = given.order()
    position = order.positions.get()
    worker, foreman = login(given.employee("worker")), login(given.employee("foreman"))

    def offered(browser):
        page = words(browser.get(QUEUE))
        steps = ("start", "finish", "check", "send_back")
        return [step for step in steps if reverse(f"production:{step}", args=[position.pk]) in page]

    assert offered(worker) == ["start"]
    actions.start(position, by=given.employee("worker"))
    assert offered(worker) == ["finish"]
    actions.finish(position, by=given.employee("worker"))
    assert offered(worker) == []
    assert offered(foreman) == ["check", "send_back"]


def test_twenty_cards_cost_as_many_queries_as_one(login):
    browser = login(given.employee("foreman"))
    given.order()
    browser.get(QUEUE)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(QUEUE).status_code == 200
        return len(asked)

    with_one = queries()
    for _turn in range(19):
        given.order(given.mirror(), given.mirror(400, 400))

    assert queries() == with_one <= 12
