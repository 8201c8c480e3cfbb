"""A discount, an early date, a price by hand: asked with a reason, waiting, answered."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.formats import date_format

from company.approvals import actions as approvals
from company.models import Approval
from core import clock, documents
from core.errors import Refused
from orders import actions
from orders.documents import sums
from orders.models import WorkOrder
from orders.work_orders import wanted
from orders.work_orders.lifecycle import Status
from tests import given
from tests.orders.screen import HTMX, mirror
from tests.orders.test_edit import edited

pytestmark = pytest.mark.django_db
NEW, TAKE = "/orders/new/", "/orders/take/"
WHY = "Постоянный клиент, третий заказ"


def asked_for(olga, stranger, *lines, **fields):
    """Olga presses «accept» and gives a reason; the calculation that waits."""
    answer = olga.browser.post(TAKE, stranger(*lines, reason=WHY, **fields), headers=HTMX)
    assert answer.status_code == 204
    return WorkOrder.objects.get()


def test_a_discount_beyond_the_limit_is_kept_asked_and_accepted_once_approved(
    olga, stranger, director
):
    order = asked_for(olga, stranger, discount_percent="15")
    asked = Approval.objects.get()
    assert (order.status, asked.reason, asked.measure) == (Status.CALCULATION, WHY, 15)
    assert director.notifications.count() == 1
    with pytest.raises(Refused, match="Скидка"):
        actions.accept(order, by=olga)

    approvals.approve(asked, by=director)
    accepted = actions.accept(order, by=olga)

    assert (accepted.status, accepted.discount_percent) == (Status.ACCEPTED, 15)
    assert olga.notifications.count() == 1


def test_without_a_reason_nothing_is_asked_and_nothing_typed_is_lost(olga, stranger):
    for page in (NEW, TAKE):
        answer = olga.browser.post(page, stranger(discount_percent="15"), headers=HTMX)

        place = answer.text.split('id="id_reason_error"')[1].split("</div>")[0]
        assert answer.status_code == 422
        assert "почему" in place
        assert "Зеркало серебро 4 мм" in answer.text
    assert not WorkOrder.objects.exists()


def test_a_refused_discount_cannot_be_accepted_until_it_is_changed(olga, stranger, director):
    order = asked_for(olga, stranger, discount_percent="15")
    approvals.refuse(Approval.objects.get(), by=director, words="Десять — и ни процентом больше")
    with pytest.raises(Refused, match="Отказано"):
        actions.accept(order, by=olga)

    data = edited(olga.browser, f"/orders/{order.pk}/edit/")
    olga.browser.post(TAKE, {**data, "discount_percent": "5"}, headers=HTMX)

    order.refresh_from_db()
    assert order.status == Status.ACCEPTED


def test_more_than_was_approved_is_asked_anew_and_less_is_not(olga, stranger, director):
    order = asked_for(olga, stranger, discount_percent="15")
    approvals.approve(Approval.objects.get(), by=director)
    page = f"/orders/{order.pk}/edit/"

    olga.browser.post(page, {**edited(olga.browser, page), "discount_percent": "12"}, headers=HTMX)
    assert not Approval.objects.waiting().exists()

    more = {**edited(olga.browser, page), "discount_percent": "18", "reason": WHY}
    olga.browser.post(page, more, headers=HTMX)
    assert Approval.objects.waiting().get().measure == 18


def test_back_within_the_limit_the_question_is_withdrawn(olga, stranger):
    order = asked_for(olga, stranger, discount_percent="15")
    page = f"/orders/{order.pk}/edit/"

    olga.browser.post(TAKE, {**edited(olga.browser, page), "discount_percent": "3"}, headers=HTMX)

    order.refresh_from_db()
    assert order.status == Status.ACCEPTED
    assert not Approval.objects.standing().exists()


def test_a_commercial_director_approves_only_up_to_the_own_limit(olga, stranger):
    commercial = given.employee("commercial")
    asked_for(olga, stranger, discount_percent="25")
    asked = Approval.objects.get()

    assert commercial.notifications.count() == 0
    assert not Approval.objects.waiting_for(commercial).exists()
    assert asked.whose_right(commercial) is None


def test_who_may_decide_alone_asks_nobody(stranger, director, login):
    given.price_list()
    browser = login(director)

    browser.post(TAKE, stranger(mirror(hand_price="1000"), discount_percent="50"), headers=HTMX)

    order, decided = WorkOrder.objects.get(), Approval.objects.get()
    assert (order.status, order.total) == (Status.ACCEPTED, 1000)
    assert (decided.kind, decided.asked_by, decided.answered_by) == (
        "hand_price",
        director,
        director,
    )


def test_an_earlier_date_becomes_the_promised_one_once_approved(olga, stranger, director):
    wished = clock.today() + timedelta(days=1)
    order = asked_for(olga, stranger, wished_on=wished.isoformat())
    assert (order.wished_on, Approval.objects.get().kind) == (wished, "early_date")

    approvals.approve(Approval.objects.get(), by=director)
    accepted = actions.accept(order, by=olga)

    assert accepted.promised_on == wished


def test_the_calculation_paper_says_the_wished_date_once_it_is_granted(olga, stranger, director):
    wished = clock.today() + timedelta(days=1)
    order = asked_for(olga, stranger, wished_on=wished.isoformat())
    before = documents.latest("calculation", order).content["promised_on"]

    approvals.approve(Approval.objects.get(), by=director)

    now = documents.latest("calculation", order).content["promised_on"]
    assert (before, now) == (sums.day(order.promised_on), sums.day(wished))


def test_the_sum_bar_shows_the_wished_date_beside_the_computed_one(olga, stranger):
    wished = clock.today() + timedelta(days=60)

    shown = olga.browser.post("/orders/quote/", stranger(wished_on=wished.isoformat())).text

    bar = shown.split('id="sum"')[1].split('id="rest"')[0]
    assert date_format(wished, "D, j E") in bar


def test_a_later_date_than_the_computed_one_needs_nobody(olga, stranger):
    wished = clock.today() + timedelta(days=60)

    olga.browser.post(TAKE, stranger(wished_on=wished.isoformat()), headers=HTMX)

    order = WorkOrder.objects.get()
    assert (order.status, order.promised_on) == (Status.ACCEPTED, wished)


def test_a_date_that_the_workshop_keeps_no_more_at_acceptance_is_asked_for():
    olga = given.employee("manager")
    order = given.calculation(by=olga)
    actions.edit(order, given.content(of=order.client, wished_on=order.promised_on), by=olga,
                 version=1)  # fmt: skip
    for _each in range(3):
        given.order(given.mirror(2000, 1600, quantity=20), by=olga)

    with pytest.raises(Refused, match="решение"):
        actions.accept(order, by=olga)


def test_a_price_by_hand_waits_with_what_it_is_instead_of(olga, stranger, director):
    order = asked_for(olga, stranger, mirror(hand_price="1 500", quantity="2"))
    asked, position = Approval.objects.get(), order.positions.get()

    assert (position.hand_price, position.total) == (1500, 3000)
    assert "1 500 ₽ за штуку вместо 1 768 ₽" in asked.sentence.replace("\xa0", " ")

    approvals.approve(asked, by=director)
    assert actions.accept(order, by=olga).total == 3000


def test_a_price_lower_than_the_approved_one_is_asked_anew(olga, stranger, director):
    order = asked_for(olga, stranger, mirror(hand_price="1500"))
    approvals.approve(Approval.objects.get(), by=director)
    page = f"/orders/{order.pk}/edit/"

    lower = {**edited(olga.browser, page), "line-0-hand_price": "1400", "reason": WHY}
    olga.browser.post(page, lower, headers=HTMX)

    assert Approval.objects.waiting().get().asked["lines"][0]["price"] == "1400.00"


def test_a_discount_that_a_director_gave_is_not_a_limit_to_go_on_from(olga, director):
    calculation = given.calculation(by=director, discount_percent=Decimal(20))
    page = f"/orders/{calculation.pk}/edit/"

    more = {**edited(olga.browser, page), "discount_percent": "21", "reason": WHY}
    olga.browser.post(page, more, headers=HTMX)
    approvals.refuse(Approval.objects.get(), by=given.employee("director"), words="Нет")

    with pytest.raises(Refused, match="Отказано"):
        actions.accept(calculation, by=olga)


def test_orders_that_wait_are_found(olga, stranger):
    order = asked_for(olga, stranger, discount_percent="15")
    given.order(by=olga)

    assert list(WorkOrder.objects.waiting_for_approval()) == [order]


def test_the_page_of_the_order_says_what_it_waits_for_and_learns_the_answer(
    olga, stranger, director, htmx
):
    order = asked_for(olga, stranger, discount_percent="15")
    asked = Approval.objects.get()
    shown = olga.browser.get(order.get_absolute_url()).text.replace("\xa0", " ")
    assert "Скидка 15 %, предел менеджера 5 %" in shown
    poll = f"/orders/{order.pk}/approvals/?waiting={asked.pk}"
    assert f'hx-get="{poll}"' in shown
    assert olga.browser.get(poll, headers=htmx).status_code == 204

    approvals.approve(asked, by=director, words="Только ему")
    answer = olga.browser.get(poll, headers=htmx).text

    assert "Только ему" in answer
    assert "hx-get" not in answer.split("page-actions")[0]
    assert f'action="/orders/{order.pk}/accept/"' in answer


def test_an_order_without_questions_pays_nothing_for_them(olga, stranger):
    order = given.handed_over_order(by=olga)

    assert 'id="approvals"' not in olga.browser.get(order.get_absolute_url()).text


def test_where_nothing_is_wanted_acceptance_asks_the_database_once(django_assert_num_queries):
    order = given.calculation()

    with django_assert_num_queries(1):
        assert wanted.objections(order) == {}


def test_what_was_decided_folds_away_once_the_order_went_on(olga, stranger, director):
    order = asked_for(olga, stranger, discount_percent="15")
    approvals.approve(Approval.objects.get(), by=director)
    page = olga.browser.get(order.get_absolute_url()).text
    assert 'id="approvals"' in page
    assert 'id="past-approvals"' not in page

    actions.accept(order, by=olga)

    folded = olga.browser.get(order.get_absolute_url()).text.partition('id="past-approvals"')[2]
    assert WHY in folded.partition("</details>")[0]


def test_a_debt_allowed_later_stays_in_sight_until_the_next_step(login, director):
    order = given.ready_order(by=given.employee("manager"))
    asked = actions.ask_debt(order, by=order.manager, reason=WHY)

    approvals.approve(asked, by=director)

    page = login(order.manager).get(order.get_absolute_url()).text
    assert WHY in page
    assert 'id="past-approvals"' not in page
