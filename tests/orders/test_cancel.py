from decimal import Decimal

import pytest
from django.urls import reverse

from core.errors import Refused
from interactions.models import Interaction
from orders import actions
from orders.models import PositionOperation
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db
GROUND = "Клиент передумал"


def test_what_was_paid_goes_back_but_for_the_costs():
    olga = given.employee("manager")
    order = given.order(by=olga, paid=1000)

    order = actions.cancel(
        order, by=olga, ground=GROUND, kept_for_costs=Decimal(300), method="card"
    )

    assert (order.status, order.cancel_ground) == (Status.CANCELLED, GROUND)
    assert (order.total, order.paid, order.debt) == (300, 300, 0)
    refund = order.payments.last()
    assert (refund.amount, refund.method, refund.ground) == (-700, "card", GROUND)


@pytest.mark.parametrize(
    ("paid", "kept", "given_back"), [(0, 0, []), (500, 500, []), (500, 0, [-500])]
)
def test_nothing_paid_all_kept_and_all_given_back(paid, kept, given_back):
    olga = given.employee("manager")
    order = given.order(by=olga, paid=paid)

    order = actions.cancel(order, by=olga, ground=GROUND, kept_for_costs=Decimal(kept))

    sums = order.payments.filter(amount__lt=0).values_list("amount", flat=True)
    assert (list(sums), order.debt) == (given_back, 0)


def test_more_than_was_paid_is_not_kept():
    olga = given.employee("manager")
    order = given.order(by=olga, paid=100)

    with pytest.raises(Refused):
        actions.cancel(order, by=olga, ground=GROUND, kept_for_costs=Decimal(101))

    order.refresh_from_db()
    assert order.status == Status.ACCEPTED


def test_a_ground_is_needed():
    olga = given.employee("manager")

    with pytest.raises(Refused):
        actions.cancel(given.order(by=olga), by=olga, ground="  ")


def test_a_calculation_keeps_its_sum_as_a_memory():
    olga = given.employee("manager")
    calculation = given.calculation(by=olga)

    cancelled = actions.cancel(calculation, by=olga, ground=GROUND)

    assert (cancelled.status, cancelled.total) == (Status.CANCELLED, calculation.total)


def test_the_shop_and_the_call_list_forget_a_cancelled_order():
    olga = given.employee("manager")
    order = given.ready_order(by=olga)

    actions.cancel(order, by=olga, ground=GROUND)

    assert not PositionOperation.objects.queued().exists()
    assert not Interaction.objects.owed().exists()


def test_a_second_press_gives_nothing_back_again():
    olga = given.employee("manager")
    order = given.order(by=olga, paid=1000)

    actions.cancel(order, by=olga, ground=GROUND)
    actions.cancel(order, by=olga, ground=GROUND)

    assert order.payments.filter(amount__lt=0).count() == 1


def test_a_handed_over_order_is_not_cancelled():
    olga = given.employee("manager")

    with pytest.raises(Refused):
        actions.cancel(given.handed_over_order(by=olga), by=olga, ground=GROUND)


def test_the_page_says_what_was_begun_and_cancels(login):
    olga = given.employee("manager")
    order = given.order(by=olga, paid=1000)
    actions.start(order.positions.get(), by=given.employee("worker"))
    address = reverse("orders:cancel", args=[order.pk])
    browser = login(olga)

    page = browser.get(address)
    answer = browser.post(address, {"ground": GROUND, "kept_for_costs": "1 000", "method": "cash"})

    assert order.positions.get().title in page.content.decode()
    assert answer.status_code == 302
    order.refresh_from_db()
    assert (order.status, order.paid) == (Status.CANCELLED, 1000)


def test_a_cancelled_order_says_what_was_kept_and_promises_nothing(login):
    olga = given.employee()
    order = given.order(paid=1000, by=olga)
    actions.cancel(order, by=olga, ground="передумал", kept_for_costs=Decimal(300))

    page = login(olga).get(order.get_absolute_url()).content.decode()

    figures = page[page.index('class="figures') : page.index("</dl>")]
    assert "Удержано за расходы" in figures
    assert "Срок" not in figures
    assert "Ждёт" not in page


def test_a_page_without_a_ground_comes_back(login):
    olga = given.employee("manager")
    order = given.order(by=olga)

    answer = login(olga).post(reverse("orders:cancel", args=[order.pk]), {"ground": ""})

    assert answer.status_code == 422


def test_who_may_not_and_who_may_not_even_see(login):
    address = reverse("orders:cancel", args=[given.order().pk])
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(given.employee("quality")).get(address).status_code == 403
    assert login(elsewhere).get(address).status_code == 404
