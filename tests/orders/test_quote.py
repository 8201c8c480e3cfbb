import time

import pytest

from company.models import Firm
from core import clock
from tests import given
from tests.orders.screen import HTMX, mirror, typed

pytestmark = pytest.mark.django_db
QUOTE = "/orders/quote/"


@pytest.fixture
def quote(login):
    given.price_list()
    browser = login(given.employee("manager"))

    def ask(*lines, **fields):
        answer = browser.post(QUOTE, typed(*lines, **fields), headers=HTMX)
        assert answer.status_code == 200
        return answer.text.replace("\xa0", " ")

    return ask


def part(text, name):
    return text.split(f'id="{name}"')[1].split("hx-swap-oob", 2)[1]


def test_price_picture_and_date_stand_there_at_once(quote):
    shown = quote()

    assert "1 768,00 ₽" in part(shown, "sum")
    assert "<svg" in part(shown, "line-0-result")
    assert "0,48 м² × 2 400 ₽" in shown


def test_a_discount_lowers_the_price_and_more_than_the_limit_needs_a_decision(quote):
    assert "1 680,00 ₽" in quote(discount_percent="5")
    assert "Скидка" not in part(quote(discount_percent="5"), "needs")
    assert "Скидка 30 %, предел менеджера 5 %" in part(quote(discount_percent="30"), "needs")


def test_a_price_set_by_hand_and_an_early_date_need_a_decision_at_once(quote):
    needs = part(quote(mirror(hand_price="1500"), wished_on=str(clock.today())), "needs")

    assert "1 500 ₽ за штуку вместо 1 768 ₽" in needs
    assert "Готово к" in needs


def test_what_is_left_to_pay_follows_the_prepayment(quote):
    assert "768,00 ₽" in part(quote(amount="1000"), "rest")
    assert "1 768,00" in part(quote(amount="5000"), "id_amount_error")


def test_the_level_and_the_discount_of_the_client_are_in_the_price(quote):
    known = given.client(discount_percent=10)

    assert "1 591,00 ₽" in quote(client=known.pk)


def test_a_line_that_cannot_be_read_yet_neither_breaks_nor_hides_the_others(quote):
    shown = quote(mirror(), mirror(width_mm="много"))

    assert "1 768,00 ₽" in shown
    assert "незаполненного" in part(shown, "sum")


def test_nothing_typed_is_not_wrong(quote):
    shown = quote({"item": ""}, phone="", name="")

    assert "—" in part(shown, "sum")


def test_the_date_waits_for_the_check_and_the_way_to_the_office(quote):
    soon = quote()
    Firm.objects.update(transport_days=9)

    assert part(quote(), "sum") != part(soon, "sum")


def test_ten_lines_are_answered_in_time_with_few_queries(
    quote, login, django_assert_max_num_queries
):
    lines = [mirror(width_mm=str(400 + step)) for step in range(10)]
    quote(*lines)

    with django_assert_max_num_queries(12):
        begun = time.perf_counter()
        quote(*lines)
        taken = time.perf_counter() - begun

    assert taken < 0.5  # 50 ms for a usual order on a quiet machine: see bench
