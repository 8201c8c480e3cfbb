"""The workshop asks about a piece, the manager answers, and both stay."""

import pytest
from django.urls import reverse

from core.errors import Refused
from orders import actions as orders
from production import actions
from production.models import Question
from tests import given

pytestmark = pytest.mark.django_db
QUEUE, TODAY = reverse("production:queue"), reverse("today")
WORDS = "Фацет по всем сторонам?"


@pytest.fixture
def order():
    return given.order(by=given.employee("manager"))


@pytest.fixture
def asked(order):
    return actions.ask(order.positions.get(), by=given.employee("worker"), text=WORDS)


def page_of(position):
    return reverse("production:position", args=[position.pk])


def answer(browser, question, words="Да, по всем", **extra):
    address = reverse("production:answer", args=[question.pk])
    return browser.post(address, {"answer": words}, **extra)


def test_the_shop_asks_from_the_page_and_the_manager_is_told(login, order):
    worker, piece = given.employee("worker"), order.positions.get()
    browser = login(worker)

    browser.post(reverse("production:ask", args=[piece.pk]), {"text": WORDS})

    asked = Question.objects.get()
    assert (asked.position, asked.asked_by, asked.is_open) == (piece, worker, True)
    bell = order.manager.notifications.get()
    assert WORDS in bell.text
    assert order.get_absolute_url() in bell.url
    assert WORDS in browser.get(page_of(piece)).content.decode()


def test_an_empty_question_is_not_asked(login, order):
    piece = order.positions.get()

    refused = login(given.employee("worker")).post(
        reverse("production:ask", args=[piece.pk]), {"text": " "}
    )

    assert refused.status_code == 422
    assert not Question.objects.exists()


def test_the_answer_reaches_the_asker_the_card_and_the_page(login, asked):
    olga, worker = asked.manager, asked.asked_by

    answer(login(olga), asked)

    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("Да, по всем", olga)
    assert "Да, по всем" in worker.notifications.get().text
    browser = login(worker)
    for address in (QUEUE, page_of(asked.position)):
        page = browser.get(address).content.decode()
        assert WORDS in page, address
        assert "Да, по всем" in page, address


def test_the_managers_day_begins_with_what_waits(login, asked):
    browser = login(asked.manager)
    assert WORDS in browser.get(TODAY).content.decode()

    answer(browser, asked)

    assert WORDS not in browser.get(TODAY).content.decode()


def test_a_colleagues_question_is_not_ones_own(login, asked):
    assert WORDS not in login(given.employee("manager")).get(TODAY).content.decode()
    assert WORDS in login(given.employee("director")).get(TODAY).content.decode()


def test_answered_on_the_orders_page_it_changes_in_place(login, htmx, asked):
    olga = login(asked.manager)

    done = answer(olga, asked, headers=htmx).content.decode()

    assert 'id="shop-notes"' in done
    assert "Да, по всем" in done
    assert "<textarea" not in done


def test_nobody_answers_twice(asked):
    olga = asked.manager
    actions.answer(asked, by=olga, text="Да")

    with pytest.raises(Refused):
        actions.answer(asked, by=olga, text="Нет")


def test_the_workshop_does_not_answer_itself(login, asked):
    assert answer(login(given.employee("foreman")), asked).status_code == 403


def test_a_stranger_finds_no_question(login, asked):
    stranger = given.employee("manager", office=given.office("Офис на Соколе"))

    assert answer(login(stranger), asked).status_code == 404


def test_questions_cost_the_queue_one_query(login, django_assert_max_num_queries, asked):
    browser = login(given.employee("worker"))
    for _ in range(3):
        actions.ask(given.order().positions.get(), by=asked.asked_by, text=WORDS)
    browser.get(QUEUE)

    with django_assert_max_num_queries(12):
        browser.get(QUEUE)


def test_what_left_the_shop_keeps_its_question(login, asked):
    worker, foreman = asked.asked_by, given.employee("foreman")
    piece = orders.finish(orders.start(asked.position, by=worker), by=worker)
    orders.check(piece, by=foreman)

    assert (
        WORDS
        in login(asked.manager)
        .get(reverse("production:notes", args=[piece.order_id]))
        .content.decode()
    )
