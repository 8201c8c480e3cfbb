from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from company.models import Notification
from core import clock
from core.errors import Refused
from orders import actions
from orders.models import Position, PositionOperation, WorkOrder
from orders.work_orders.lifecycle import Status, Step
from tests import given

pytestmark = pytest.mark.django_db
WHY = "Клиент решает о кромке"
MONDAY = date(2026, 6, 1)


def hold(order):
    return reverse("orders:hold", args=[order.pk])


def resume(order):
    return reverse("orders:resume", args=[order.pk])


def test_the_shop_does_not_see_it_and_its_load_does_not_count(olga):
    order = given.order(by=olga)

    actions.hold(order, by=olga, reason=WHY)

    order.refresh_from_db()
    assert (order.status, order.hold_reason) == (Status.ON_HOLD, WHY)
    assert not Position.objects.in_shop().exists()
    assert not PositionOperation.objects.queued().exists()
    assert not WorkOrder.objects.overdue().exists()


def test_a_hold_without_a_reason_is_refused(olga):
    order = given.order(by=olga)

    with pytest.raises(Refused):
        actions.hold(order, by=olga, reason="  ")


@pytest.mark.parametrize("make", [given.calculation, given.ready_order, given.handed_over_order])
def test_only_what_is_in_work_waits(olga, make):
    order = make(by=olga)

    with pytest.raises(Refused):
        actions.hold(order, by=olga, reason=WHY)


def test_a_second_press_changes_nothing_and_somebody_else_is_told(olga):
    order = given.order(by=olga)
    actions.hold(order, by=olga, reason=WHY)

    actions.hold(order, by=olga, reason=WHY)

    assert order.steps.filter(step=Step.HOLD).count() == 1
    with pytest.raises(Refused):
        actions.hold(order, by=given.employee("foreman"), reason="Нет стекла")


def test_the_shop_does_not_go_on_with_it(olga):
    order = given.order(by=olga)
    actions.hold(order, by=olga, reason=WHY)

    with pytest.raises(Refused):
        actions.start(order.positions.get(), by=given.employee("worker"))


def test_it_goes_on_where_it_stood_and_the_date_that_can_be_kept_stays(olga):
    order = given.order(by=olga)
    promised = order.promised_on
    actions.start(order.positions.get(), by=given.employee("worker"))
    actions.hold(order, by=olga, reason=WHY)

    order = actions.resume(order, by=olga)

    assert (order.status, order.promised_on) == (Status.IN_PRODUCTION, promised)
    assert order.hold_reason == ""
    assert list(PositionOperation.objects.queued().values_list("ordinal", flat=True)) == [2]


def test_after_a_long_wait_the_date_moves_and_the_story_says_so(olga):
    with clock.at(clock.midnight(MONDAY)):
        order = given.order(by=olga)
        actions.hold(order, by=olga, reason=WHY)
    later = order.promised_on + timedelta(days=14)

    with clock.at(clock.midnight(later)):
        resumed = actions.resume(order, by=olga)

    assert resumed.promised_on > later > order.promised_on
    step = resumed.steps.filter(step=Step.RESUME).get()
    assert f"{order.promised_on:%d.%m.%Y}" in step.note
    assert f"{resumed.promised_on:%d.%m.%Y}" in step.note


def test_what_is_made_still_has_the_check_and_the_way_before_it(olga):
    with clock.at(clock.midnight(MONDAY)):
        order = given.order(by=olga)
        position, worker = order.positions.get(), given.employee("worker")
        actions.start(position, by=worker)
        actions.finish(position, by=worker)
        actions.hold(order, by=olga, reason=WHY)
    friday = date(2026, 6, 19)

    with clock.at(clock.midnight(friday)):
        resumed = actions.resume(order, by=olga)

    assert resumed.status == Status.MADE
    assert resumed.promised_on > date(2026, 6, 22)


def test_what_was_on_the_way_arrives_while_the_order_waits(olga):
    order = given.checked_order(by=olga)
    driver = given.employee("driver")
    actions.load(order, by=driver, positions=list(order.positions.values_list("pk", flat=True)))
    actions.hold(order, by=olga, reason=WHY)

    order = actions.arrive(order, by=driver)

    assert order.status == Status.ON_HOLD
    assert actions.resume(order, by=olga).status == Status.READY


def test_a_second_press_on_going_on_changes_nothing(olga):
    order = given.order(by=olga)
    actions.hold(order, by=olga, reason=WHY)
    actions.resume(order, by=olga)

    actions.resume(order, by=olga)

    assert order.steps.filter(step=Step.RESUME).count() == 1
    with pytest.raises(Refused):
        actions.resume(order, by=given.employee("foreman"))


def test_the_manager_hears_of_it_from_the_foreman(olga):
    order = given.order(by=olga)
    foreman = given.employee("foreman")

    actions.hold(order, by=foreman, reason="Нет стекла до четверга")
    actions.resume(order, by=foreman)

    told = list(Notification.objects.filter(recipient=olga).values_list("text", flat=True))
    assert len(told) == 2
    assert any("Нет стекла до четверга" in text for text in told)


def test_the_pages_ask_why_and_tell_the_new_date(login, olga):
    with clock.at(clock.midnight(MONDAY)):
        order = given.order(by=olga)
        browser = login(olga)
        assert browser.get(hold(order)).status_code == 200
        browser.post(hold(order), {"reason": WHY})
    later = order.promised_on + timedelta(days=14)

    with clock.at(clock.midnight(later)):
        browser = login(olga)
        shown = browser.get(order.get_absolute_url()).content.decode()
        asked = browser.get(resume(order))
        answer = browser.post(resume(order), follow=True).content.decode()

    order.refresh_from_db()
    assert WHY in shown
    assert asked.context["promise"].on == order.promised_on
    assert f"{order.promised_on:%d.%m.%Y}" in answer
    assert order.status == Status.ACCEPTED


def test_a_reason_is_asked_at_the_field(login, olga):
    order = given.order(by=olga)

    answer = login(olga).post(hold(order), {"reason": " "})

    assert answer.status_code == 422
    order.refresh_from_db()
    assert order.status == Status.ACCEPTED


def test_the_foreman_comes_from_the_queue_and_goes_back_there(login, olga):
    order = given.order(by=olga)
    browser = login(given.employee("foreman"))

    answer = browser.post(hold(order), {"reason": "Нет стекла"})
    back = browser.post(resume(order))

    assert answer["Location"] == back["Location"] == reverse("production:queue")
    order.refresh_from_db()
    assert order.status == Status.ACCEPTED


def test_who_may_not_and_who_may_not_even_see(login, olga):
    order = given.order(by=olga)
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(given.employee("worker")).get(hold(order)).status_code == 403
    assert login(elsewhere).get(hold(order)).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.hold(order, by=given.employee("worker"), reason=WHY)


def test_the_foreman_finds_what_waits_beside_the_queue_and_a_worker_does_not(login, olga):
    order = given.order(by=olga)
    actions.hold(order, by=olga, reason=WHY)
    queue = reverse("production:queue")

    assert resume(order) in login(given.employee("foreman")).get(queue).content.decode()
    assert resume(order) not in login(given.employee("worker")).get(queue).content.decode()


def test_the_shop_reads_on_the_piece_why_it_waits(login, olga):
    order = given.order(by=olga)
    piece = reverse("production:position", args=[order.positions.get().pk])
    foreman = login(given.employee("foreman"))
    assert hold(order) in foreman.get(piece).content.decode()

    actions.hold(order, by=olga, reason=WHY)

    assert WHY in login(given.employee("worker")).get(piece).content.decode()
    assert resume(order) in foreman.get(piece).content.decode()
