"""What the discount policy gives, at the order desk: said at once, asked beyond it, kept."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from company.approvals import actions as approvals
from company.models import Approval
from core.errors import Refused
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given
from tests.orders.screen import HTMX, typed
from tests.orders.test_edit import edited
from tests.orders.test_quote import part

pytestmark = pytest.mark.django_db
QUOTE, TAKE = "/orders/quote/", "/orders/take/"
WHY = "Третий заказ за месяц"


def quoted(person, *lines, **fields):
    answer = person.browser.post(QUOTE, typed(*lines, **fields), headers=HTMX)
    assert answer.status_code == 200
    return answer.text.replace("\xa0", " ")


@pytest.fixture
def director(login):
    person = given.employee("director")
    person.browser = login(person)
    return person


def test_the_desk_sees_beside_the_discount_what_it_may_give_and_why(olga):
    given.costs()
    given.discount_rule("Всем", 4)

    shown = part(quoted(olga), "allowance")

    assert "До 4 %: «Всем»." in shown
    assert "Маржа" not in shown


def test_who_sees_costs_sees_the_margin_before_and_after_the_discount(director):
    given.costs()
    given.discount_rule("Всем", 4)

    assert "Маржа 43,1 %, себестоимость 824,00 ₽" in part(quoted(director), "allowance")
    assert "со скидкой 40,2 %" in part(quoted(director, discount_percent="5"), "allowance")


def test_beyond_the_policy_is_asked_though_the_role_may_give_more(olga, director, stranger):
    given.discount_rule("Всем", 3)
    assert olga.role.discount_limit == 5
    assert "политика даёт 3 %" in part(quoted(olga, discount_percent="4"), "needs")
    assert "Скидка" not in part(quoted(olga, discount_percent="3"), "needs")

    olga.browser.post(TAKE, stranger(discount_percent="4", reason=WHY), headers=HTMX)

    order = WorkOrder.objects.get()
    assert (order.status, order.allowed_percent) == (Status.CALCULATION, 3)
    with pytest.raises(Refused, match="политика даёт"):
        actions.accept(order, by=olga)
    approvals.approve(Approval.objects.get(), by=director)
    assert actions.accept(order, by=olga).status == Status.ACCEPTED


def test_beyond_the_role_is_asked_though_the_client_deserves_more(olga):
    given.discount_rule("Всем", 10)
    assert "предел менеджера 5 %" in part(quoted(olga, discount_percent="8"), "needs")


def test_a_director_gives_more_alone_and_that_it_was_more_is_kept(director):
    given.discount_rule("Всем", 3)

    order = given.order(by=director, discount_percent=Decimal(8))

    assert (order.status, order.allowed_percent) == (Status.ACCEPTED, 3)
    assert Approval.objects.get().asked["allowed"] == "3.0"


def test_a_deal_at_the_threshold_gets_nothing_without_a_decision(olga):
    given.costs(floor=44)
    given.discount_rule("Всем", 5)

    shown = quoted(olga, discount_percent="1")
    assert "на пороге рентабельности" in part(shown, "allowance")
    assert "политика даёт 0 %" in part(shown, "needs")


def test_a_change_of_the_positions_that_lowers_the_margin_asks_anew(olga):
    given.costs(floor=40)
    given.discount_rule("Всем", 5)
    order = given.calculation(by=olga, discount_percent=Decimal(5))
    assert not Approval.objects.exists()

    page = f"/orders/{order.pk}/edit/"
    plain = {**edited(olga.browser, page), "line-0-facet_mm": "", "reason": WHY}
    given.costs(floor=70)
    olga.browser.post(page, plain, headers=HTMX)

    assert Approval.objects.waiting().get().asked["allowed"] == "0.0"


def test_the_cost_of_then_stays_with_the_order(olga):
    given.costs()
    order = given.order(by=olga)
    assert order.cost == Decimal("824.00")

    given.costs(hour=6000)
    order.refresh_from_db()
    assert order.cost == Decimal("824.00")


def test_an_order_of_what_has_no_purchase_price_has_no_cost(olga):
    given.price_list()
    assert given.order(by=olga).cost is None


def test_of_an_amendment_the_discount_given_before_stays_and_more_is_asked(olga):
    given.costs()
    order = given.order(by=olga, discount_percent=Decimal(5))
    given.discount_rule("Всем", 2)
    page = f"/orders/{order.pk}/quote-amendment/"

    data = {**edited(olga.browser, f"/orders/{order.pk}/amend/"), "reason": WHY}
    shown = olga.browser.post(page, data, headers=HTMX).text.replace("\xa0", " ")
    assert "До 2 %" in part(shown, "allowance")
    assert "Скидка" not in part(shown, "needs")

    more = {**data, "discount_percent": "6"}
    shown = olga.browser.post(page, more, headers=HTMX).text.replace("\xa0", " ")
    assert "политика даёт 2 %" in part(shown, "needs")


def test_an_amendment_writes_cost_and_allowance_anew(olga):
    given.costs()
    order = given.order(by=olga)

    amendment = given.amendment(order, by=olga, height_mm=1200)
    actions.confirm_amendment(amendment, by=olga, how="phone")

    order.refresh_from_db()
    assert order.cost > Decimal("824.00")


def test_the_policy_adds_one_query_to_the_price(olga, django_assert_max_num_queries):
    client = given.client()
    quoted(olga, client=client.pk)
    with CaptureQueriesContext(connection) as before:
        quoted(olga, client=client.pk)
    without = len(before)
    given.costs()
    given.discount_rule("Всем", 3, figure="ordered_sum", figure_from=0)
    quoted(olga, client=client.pk)

    with django_assert_max_num_queries(without + 1):
        quoted(olga, client=client.pk)
