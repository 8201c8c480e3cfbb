import pytest
from django.urls import reverse

from core.errors import Refused
from interactions.models import Interaction
from orders import actions
from orders.models import Position, PositionOperation
from orders.work_orders.lifecycle import PositionStatus, Status, Step
from tests import given

pytestmark = pytest.mark.django_db
WRONG = "Скол на нижней кромке"


@pytest.fixture
def order(olga):
    return given.ready_order(given.mirror(600), given.mirror(700), by=olga)


def page(order):
    return reverse("orders:return_for_rework", args=[order.pk])


def first_of(order):
    return order.positions.first()


def test_the_faulty_piece_stands_in_the_queue_again_and_the_other_waits_in_the_office(olga, order):
    faulty = first_of(order)

    order = actions.return_for_rework(order, by=olga, positions=[faulty.pk], reason=WRONG)

    assert order.status == Status.IN_PRODUCTION
    assert list(Position.objects.in_shop()) == [faulty]
    assert order.positions.in_office().count() == 1
    assert set(PositionOperation.objects.queued().values_list("position", flat=True)) == {faulty.pk}


def test_the_shop_reads_what_is_wrong(olga, order, login):
    actions.return_for_rework(order, by=olga, positions=[first_of(order).pk], reason=WRONG)

    shown = login(given.employee("worker")).get(reverse("production:queue")).content.decode()

    assert WRONG in shown


def test_the_client_is_not_called_till_it_is_mended(olga, order):
    faulty = first_of(order)
    assert Interaction.objects.owed().about(order).exists()

    actions.return_for_rework(order, by=olga, positions=[faulty.pk], reason=WRONG)
    assert not Interaction.objects.owed().about(order).exists()

    worker, foreman = given.employee("worker"), given.employee("foreman")
    actions.start(faulty, by=worker)
    actions.finish(faulty, by=worker)
    actions.check(faulty, by=foreman)
    order = actions.arrive(order, by=foreman)
    assert order.status == Status.READY
    assert Interaction.objects.owed().about(order).exists()


def test_the_promised_date_stays_and_shows_that_it_is_late(olga, order):
    promised = order.promised_on

    order = actions.return_for_rework(order, by=olga, positions=[first_of(order).pk], reason=WRONG)

    assert order.promised_on == promised


def test_a_piece_goes_back_while_another_is_still_being_made(olga):
    order = given.half_ready_order(by=olga)
    arrived = order.positions.in_office().get()

    order = actions.return_for_rework(order, by=olga, positions=[arrived.pk], reason=WRONG)

    arrived.refresh_from_db()
    assert (order.status, arrived.status) == (Status.IN_PRODUCTION, PositionStatus.WAITING)
    assert order.steps.last().step == Step.RETURN_PART


def test_what_is_wrong_and_which_piece_must_be_said(olga, order):
    with pytest.raises(Refused):
        actions.return_for_rework(order, by=olga, positions=[first_of(order).pk], reason=" ")
    with pytest.raises(Refused):
        actions.return_for_rework(order, by=olga, positions=[], reason=WRONG)


def test_what_the_client_has_does_not_go_back(olga, order):
    gone = first_of(order)
    actions.hand_over(order, by=olga, positions=[gone.pk], amount=gone.total)

    with pytest.raises(Refused):
        actions.return_for_rework(order, by=olga, positions=[gone.pk], reason=WRONG)


def test_goods_and_services_have_no_workshop_to_go_back_to(olga):
    order = given.ready_order(given.mirror(), given.delivery(), by=olga)
    delivery = order.positions.get(goes_to_shop=False)

    with pytest.raises(Refused):
        actions.return_for_rework(order, by=olga, positions=[delivery.pk], reason=WRONG)


def test_a_second_press_changes_nothing(olga, order):
    said = {"positions": [first_of(order).pk], "reason": WRONG}
    actions.return_for_rework(order, by=olga, **said)

    actions.return_for_rework(order, by=olga, **said)

    assert order.steps.filter(step=Step.RETURN).count() == 1
    with pytest.raises(Refused):
        actions.return_for_rework(order, by=given.employee("manager"), **said)


def test_the_page_asks_which_piece_and_what_is_wrong(login, olga, order):
    browser, faulty = login(olga), first_of(order)

    shown = browser.get(page(order))
    nothing = browser.post(page(order), {"reason": WRONG})
    answer = browser.post(page(order), {"positions": [faulty.pk], "reason": WRONG})

    faulty.refresh_from_db()
    assert len(shown.context["form"].choices) == 2
    assert nothing.status_code == 422
    assert answer["Location"] == order.get_absolute_url()
    assert faulty.status == PositionStatus.WAITING


def test_who_may_not_and_who_may_not_even_see(login, order):
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(given.employee("quality")).get(page(order)).status_code == 403
    assert login(elsewhere).get(page(order)).status_code == 404
