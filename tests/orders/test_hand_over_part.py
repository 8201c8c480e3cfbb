"""One of two mirrors leaves: its own money, its own signature, and the rest stays open."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from core.errors import Refused
from core.models import Document
from crm.demo import signature
from interactions.models import Interaction
from orders import actions
from orders.models import HandOver
from orders.work_orders.lifecycle import PositionStatus, Status, Step
from orders.work_orders.visit import due_now
from tests import given

pytestmark = pytest.mark.django_db
CLIENT = HandOver.Place.CLIENT


@pytest.fixture
def order(olga):
    """Of two mirrors one is in the office."""
    return given.half_ready_order(by=olga)


def page(order):
    return reverse("orders:hand_over", args=[order.pk])


def signed(number):
    return ContentFile(signature.png(number), name="signature.png")


def filled(*pieces, **fields):
    said = {"token": uuid4(), "positions": [piece.pk for piece in pieces], "place": "office"}
    return {**said, "defects": "none", "on_paper": "on", **fields}


def bring_the_rest(order):
    worker, foreman = given.employee("worker"), given.employee("foreman")
    for piece in order.positions.filter(status=PositionStatus.WAITING):
        actions.start(piece, by=worker)
        actions.finish(piece, by=worker)
        actions.check(piece, by=foreman)
    return actions.arrive(order, by=foreman)


def test_what_leaves_is_paid_and_the_rest_stays_in_the_shop(olga, order):
    ready = order.positions.in_office().get()

    order = actions.hand_over(order, by=olga, positions=[ready.pk], amount=ready.total)

    assert order.status == Status.IN_PRODUCTION
    assert (order.paid, order.debt) == (ready.total, order.total - ready.total)
    assert order.positions.handed_over().get() == ready
    assert order.steps.last().step == Step.HAND_OVER_PART


def test_the_second_visit_ends_and_archives_the_order(olga, order):
    ready = order.positions.in_office().get()
    actions.hand_over(order, by=olga, positions=[ready.pk], amount=ready.total)

    order = bring_the_rest(order)
    assert Interaction.objects.owed().about(order).exists()
    order = actions.hand_over(order, by=olga, amount=order.debt)

    assert (order.status, order.debt, order.visits) == (Status.ARCHIVED, 0, 2)
    assert not Interaction.objects.owed().about(order).exists()


def test_each_visit_keeps_its_own_signature_and_the_paper_prints_the_last(olga, order):
    ready = order.positions.in_office().get()
    first = {"positions": [ready.pk], "amount": ready.total, "signature": signed(1)}
    actions.hand_over(order, by=olga, **first)
    order = bring_the_rest(order)

    actions.hand_over(order, by=olga, amount=order.debt, note="Всё хорошо")

    earlier, last = order.hand_overs.all()
    paper = Document.objects.of(order).filter(kind="work_order").order_by("revision").last()
    assert earlier.signature is not None
    assert last.signature is None
    assert paper.content["handed_over"]["signature"] == ""


def test_the_page_of_the_order_lists_the_visits(login, olga, order):
    ready = order.positions.in_office().get()
    said = {"positions": [ready.pk], "amount": ready.total, "signature": signed(1)}
    actions.hand_over(order, by=olga, note="Маленький скол", **said)

    shown = login(olga).get(order.get_absolute_url()).content.decode()

    visit = order.hand_overs.get()
    assert "Маленький скол" in shown
    assert reverse("core:attachment", args=[visit.signature_id]) in shown


def test_what_leaves_unpaid_is_refused_with_the_sum_and_nothing_is_taken(olga, order):
    ready = order.positions.in_office().get()

    with pytest.raises(Refused, match="₽"):
        actions.hand_over(order, by=olga, positions=[ready.pk], amount=Decimal(100))

    order.refresh_from_db()
    assert (order.paid, order.visits) == (0, 0)


def test_a_prepayment_covers_the_first_visit(olga):
    order = given.half_ready_order(by=olga, paid=1500)
    ready = order.positions.in_office().get()

    assert due_now(order, [ready.pk]) == ready.total - 1500
    order = actions.hand_over(order, by=olga, positions=[ready.pk], amount=ready.total - 1500)

    assert due_now(order) == 0
    last = order.positions.left().get()
    assert due_now(order, [last.pk]) == order.debt == last.total


def test_a_director_lets_a_part_go_unpaid(olga, order):
    ready = order.positions.in_office().get()
    actions.allow_debt(order, by=given.employee("director"))

    order = actions.hand_over(order, by=olga, positions=[ready.pk])

    assert order.visits == 1


def test_what_is_still_in_the_workshop_does_not_leave(olga, order):
    with pytest.raises(Refused):
        actions.hand_over(order, by=olga, positions=list(order.positions.values_list(flat=True)))


def test_what_is_on_the_way_leaves_at_the_clients_place_only(olga):
    order = given.checked_order(by=olga, paid=1768)

    with pytest.raises(Refused):
        actions.hand_over(order, by=olga)
    order = actions.hand_over(order, by=olga, place=CLIENT)

    assert (order.status, order.hand_overs.get().place) == (Status.ARCHIVED, CLIENT)


def test_the_same_press_twice_is_one_visit(olga, order):
    ready, token = order.positions.in_office().get(), uuid4()
    press = {"positions": [ready.pk], "amount": ready.total, "token": token}

    actions.hand_over(order, by=olga, **press)
    actions.hand_over(order, by=olga, **press)

    assert (order.hand_overs.count(), order.payments.count()) == (1, 1)


def test_somebody_else_learns_who_has_handed_the_piece_over(olga, order):
    ready = order.positions.in_office().get()
    actions.hand_over(order, by=olga, positions=[ready.pk], amount=ready.total)

    with pytest.raises(Refused, match=olga.last_name):
        actions.hand_over(order, by=given.employee("manager"), positions=[ready.pk])


def test_the_ready_piece_leaves_while_its_order_is_on_hold(olga, order):
    ready = order.positions.in_office().get()
    actions.hold(order, by=olga, reason="Второе зеркало обдумывают")

    order = actions.hand_over(order, by=olga, positions=[ready.pk], amount=ready.total)

    assert order.status == Status.ON_HOLD


def test_the_hand_over_is_offered_as_soon_as_a_piece_may_leave(login, olga, order):
    shown = login(olga).get(order.get_absolute_url())

    assert page(order) in [move.url for move in shown.context["moves"]]


def test_a_delivery_alone_is_no_reason_to_hand_over(login, olga):
    order = given.order(given.mirror(), given.delivery(), by=olga)

    shown = login(olga).get(order.get_absolute_url())

    assert page(order) not in [move.url for move in shown.context["moves"]]


def test_the_page_ticks_what_may_leave_and_says_why_the_rest_may_not(login, olga, order):
    ready = order.positions.in_office().get()

    answer = login(olga).get(page(order))

    leaving = {each.position.pk: each for each in answer.context["form"].leaving}
    rest = order.positions.exclude(pk=ready.pk).get()
    assert leaving[ready.pk].is_chosen
    assert leaving[ready.pk].why_not == ""
    assert not leaving[rest.pk].is_chosen
    assert leaving[rest.pk].why_not
    assert Decimal(answer.context["form"]["amount"].value()) == ready.total


def test_the_page_says_what_another_choice_would_cost(login, olga, htmx):
    order = given.ready_order(given.mirror(600), given.mirror(700), by=olga)
    small = order.positions.first()
    choice = {"positions": [small.pk], "place": "office"}

    answer = login(olga).get(page(order), choice, headers=htmx)

    assert answer.context["form"].due == small.total


def test_the_page_hands_over_a_part(login, olga, order):
    ready = order.positions.in_office().get()
    typed = filled(ready, amount=str(ready.total), method="card")

    answer = login(olga).post(page(order), typed)

    order.refresh_from_db()
    assert answer["Location"] == order.get_absolute_url()
    assert (order.status, order.visits, order.paid) == (Status.IN_PRODUCTION, 1, ready.total)


def test_nothing_ticked_is_said_in_words(login, olga, order):
    assert login(olga).post(page(order), filled()).status_code == 422


def test_more_than_this_visit_costs_may_be_taken(login, olga, order):
    ready = order.positions.in_office().get()

    login(olga).post(page(order), filled(ready, amount=str(order.total), method="card"))

    order.refresh_from_db()
    assert (order.debt, order.visits) == (0, 1)


def test_the_driver_hands_over_where_the_client_is_and_sees_the_sum_alone(login, olga):
    order = given.checked_order(given.mirror(600), given.mirror(700), by=olga, address="Мира, 5")
    driver, first = given.employee("driver"), order.positions.first()
    browser = login(driver)

    shown = browser.get(page(order)).content.decode().replace("\xa0", " ")
    typed = filled(first, place="client", amount=str(first.total), method="cash")
    answer = browser.post(page(order), typed)

    order.refresh_from_db()
    assert "Мира, 5" in shown
    assert "Мария Светлова" not in shown
    assert "piece-sum" not in shown
    assert answer["Location"] == reverse("production:transport")
    assert (order.visits, order.hand_overs.get().by) == (1, driver)
    assert order.payments.get().amount == first.total


def test_the_driver_does_not_hand_over_in_the_office(login, olga):
    order = given.ready_order(by=olga, paid=1768)
    typed = filled(*order.positions.all(), place="office")

    answer = login(given.employee("driver")).post(page(order), typed)

    order.refresh_from_db()
    assert (answer.status_code, order.status) == (422, Status.READY)


def test_a_cancelled_rest_keeps_what_the_client_has_paid_for(olga, order):
    ready = order.positions.in_office().get()
    actions.hand_over(order, by=olga, positions=[ready.pk], amount=order.total)

    with pytest.raises(Refused):
        actions.cancel(order, by=olga, ground="Второе не нужно")
    order = actions.cancel(order, by=olga, ground="Второе не нужно", kept_for_costs=ready.total)

    assert (order.status, order.paid, order.debt) == (Status.CANCELLED, ready.total, 0)


def test_the_page_of_the_cancellation_offers_to_keep_it(login, olga, order):
    ready = order.positions.in_office().get()
    actions.hand_over(order, by=olga, positions=[ready.pk], amount=order.total)

    page = login(olga).get(reverse("orders:cancel", args=[order.pk]))

    assert page.context["form"].initial["kept_for_costs"] == ready.total
