"""Two hands on one order at the same moment: the row's lock lets one of them see the other."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from core.errors import Refused
from core.models import Document
from orders import actions
from orders.work_orders.lifecycle import Status, Step
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*verbs):
    """What each of them answered: its result, or the refusal."""
    start = Barrier(len(verbs))

    def run(verb):
        try:
            start.wait()
            return verb()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(verbs)) as hands:
        return list(hands.map(run, verbs))


def refused(answers):
    return [answer for answer in answers if isinstance(answer, Refused)]


@pytest.mark.parametrize("attempt", range(4))
def test_a_refund_against_a_hand_over_leaves_no_unpaid_order_handed_over(attempt):
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.ready_order(by=olga, paid=1768)
    back = {"amount": Decimal(500), "method": "cash", "ground": "Скидка"}

    answers = at_once(
        lambda: actions.hand_over(order, by=olga),
        lambda: actions.refund(order, by=marina, **back),
    )

    order.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (order.status, order.debt) in {(Status.ARCHIVED, 0), (Status.READY, 500)}


def test_two_people_hand_over_at_once_and_the_balance_is_taken_once():
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.ready_order(by=olga)
    press = {"amount": order.debt, "method": "cash"}

    answers = at_once(
        lambda: actions.hand_over(order, by=olga, token=uuid4(), **press),
        lambda: actions.hand_over(order, by=marina, token=uuid4(), **press),
    )

    order.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (order.paid, order.payments.count()) == (order.total, 1)
    assert order.steps.filter(step=Step.HAND_OVER).count() == 1


def test_eight_presses_of_one_button_take_the_money_once():
    olga, token = given.employee("manager"), uuid4()
    order = given.order(by=olga)

    def press():
        return actions.take_payment(
            order, by=olga, amount=Decimal(300), method="cash", token=token
        ).pk

    answers = at_once(*[press] * 8)

    order.refresh_from_db()
    assert (len(set(answers)), order.paid) == (1, 300)


def test_two_payments_at_once_never_exceed_the_debt():
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.order(by=olga)

    answers = at_once(
        *[
            lambda by=by: actions.take_payment(order, by=by, amount=order.total, method="cash")
            for by in (olga, marina)
        ]
    )

    order.refresh_from_db()
    assert (len(refused(answers)), order.debt) == (1, 0)


def test_a_cancellation_against_a_hand_over_ends_in_one_of_the_two():
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.ready_order(by=olga, paid=1768)

    answers = at_once(
        lambda: actions.hand_over(order, by=olga),
        lambda: actions.cancel(order, by=marina, ground="Передумал"),
    )

    order.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (order.status, order.paid) in {(Status.ARCHIVED, 1768), (Status.CANCELLED, 0)}


def test_the_second_tab_of_the_same_person_changes_nothing(login):
    olga = given.employee("manager")
    order = given.ready_order(by=olga)
    address = reverse("orders:hand_over", args=[order.pk])
    piece = order.positions.get().pk
    said = {"positions": piece, "place": "office", "defects": "none", "on_paper": "on"}
    tabs = [{**said, "token": uuid4(), "amount": "1768", "method": "cash"} for _ in range(2)]
    browser = login(olga)

    answers = [browser.post(address, tab).status_code for tab in tabs]

    order.refresh_from_db()
    assert answers == [302, 302]
    assert (order.paid, order.payments.count()) == (1768, 1)
    assert Document.objects.of(order).filter(kind="work_order").count() == 2


def test_the_second_tab_of_somebody_else_learns_who_was_first(login):
    olga = given.employee("manager", last_name="Ольшанская")
    order = given.handed_over_order(by=olga)
    marina = login(given.employee("manager"))
    address = reverse("orders:hand_over", args=[order.pk])

    said = {"positions": order.positions.get().pk, "place": "office", "defects": "none"}
    answer = marina.post(address, {"token": uuid4(), "on_paper": "on", **said})

    assert answer.status_code == 409
    assert "Ольшанская" in answer.content.decode()


@pytest.mark.parametrize("attempt", range(4))
def test_a_payment_against_a_closing_is_in_the_drawer_that_was_counted_or_in_none(attempt):
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.order(by=olga)
    shift = given.cash_shift(by=olga)

    payment, closed = at_once(
        lambda: actions.take_payment(order, by=marina, amount=Decimal(300), method="cash"),
        lambda: actions.close_cash_shift(shift, by=olga, counted=Decimal(0), ground="Спешка"),
    )

    assert closed.expected_amount == (300 if payment.shift_id else 0)


def test_two_people_open_one_drawer():
    people = [given.employee("manager"), given.employee("manager")]

    answers = at_once(*[lambda by=by: given.cash_shift(by=by) for by in people])

    assert len(refused(answers)) == 1


def test_eight_presses_take_the_money_out_once():
    olga, token = given.employee("manager"), uuid4()
    shift = given.cash_shift(by=olga, counted=1000)

    def press():
        return actions.withdraw_cash(
            shift, by=olga, amount=Decimal(300), ground="В банк", token=token
        ).pk

    assert len(set(at_once(*[press] * 8))) == 1


def test_two_people_hand_over_the_same_piece_and_it_leaves_once():
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.half_ready_order(by=olga)
    ready = order.positions.in_office().get()
    press = {"positions": [ready.pk], "amount": ready.total, "method": "cash"}

    answers = at_once(
        lambda: actions.hand_over(order, by=olga, token=uuid4(), **press),
        lambda: actions.hand_over(order, by=marina, token=uuid4(), **press),
    )

    order.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (order.visits, order.hand_overs.count(), order.paid) == (1, 1, ready.total)


def test_eight_presses_of_one_hand_over_are_one_visit():
    olga, token = given.employee("manager"), uuid4()
    order = given.half_ready_order(by=olga)
    ready = order.positions.in_office().get()
    press = {"positions": [ready.pk], "amount": ready.total, "token": token}

    answers = at_once(*[lambda: actions.hand_over(order, by=olga, **press)] * 8)

    order.refresh_from_db()
    assert refused(answers) == []
    assert (order.visits, order.payments.count()) == (1, 1)


@pytest.mark.parametrize("attempt", range(4))
def test_an_order_put_on_hold_is_started_before_it_or_not_at_all(attempt):
    olga, worker = given.employee("manager"), given.employee("worker")
    order = given.order(by=olga)
    position = order.positions.get()

    started, held = at_once(
        lambda: actions.start(position, by=worker),
        lambda: actions.hold(order, by=olga, reason="Клиент думает"),
    )

    order.refresh_from_db()
    position.refresh_from_db()
    assert not isinstance(held, Refused)
    assert order.status == Status.ON_HOLD
    assert position.status == ("waiting" if isinstance(started, Refused) else "started")


def test_a_return_against_a_hand_over_of_the_same_piece_ends_in_one_of_the_two():
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.ready_order(by=olga, paid=1768)
    piece = order.positions.get()

    answers = at_once(
        lambda: actions.hand_over(order, by=olga, positions=[piece.pk]),
        lambda: actions.return_for_rework(order, by=marina, positions=[piece.pk], reason="Скол"),
    )

    order.refresh_from_db()
    assert len(refused(answers)) == 1
    assert order.status in {Status.ARCHIVED, Status.IN_PRODUCTION}


def test_two_people_amend_at_once_and_the_second_learns_of_the_first():
    olga, marina = given.employee("manager"), given.employee("manager")
    order = given.order(by=olga)
    wanted, version = given.amended(order, height_mm=900), order.version
    other = given.amended(order, height_mm=1000)
    said = {"version": version, "reason": "Ниша"}

    answers = at_once(
        lambda: actions.amend(order, wanted, by=olga, **said),
        lambda: actions.amend(order, other, by=marina, **said),
    )

    assert len(refused(answers)) == 1
    assert order.amendments.count() == 1


def test_a_start_against_a_confirmation_leaves_no_piece_begun_by_the_old_size():
    olga, worker = given.employee("manager"), given.employee("worker")
    order = given.order(by=olga)
    amendment, position = given.amendment(order, by=olga, height_mm=900), order.positions.get()

    answers = at_once(
        lambda: actions.confirm_amendment(amendment, by=olga, how="phone"),
        lambda: actions.start(position, by=worker),
    )

    position.refresh_from_db()
    assert len(refused(answers)) == 1
    assert (position.status, position.height_mm) in {("waiting", 900), ("started", 800)}


def test_two_presses_confirm_an_amendment_once():
    olga = given.employee("manager")
    amendment = given.amendment(given.order(by=olga), by=olga)

    answers = at_once(
        *[lambda: actions.confirm_amendment(amendment, by=olga, how="phone")] * 2,
    )

    assert refused(answers) == []
    assert Document.objects.of(amendment.order).filter(kind="work_order").count() == 2
