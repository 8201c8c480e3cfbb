"""What the workshop has begun changes with the foreman's consent, and it reads the change first."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from core.errors import Refused
from orders import actions
from orders.amendments.lifecycle import AmendmentStatus
from orders.models import Position
from orders.work_orders.lifecycle import PositionStatus, Status
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return given.employee("worker")


@pytest.fixture
def started(olga, worker):
    order = given.order(given.mirror(), given.mirror(700), by=olga, paid=500)
    actions.start(order.positions.first(), by=worker)
    order.refresh_from_db()
    return order


def asked(order, by, **changes):
    return actions.ask_consent(given.amendment(order, by=by, **changes), by=by)


def consented(amendment, by, decision="anew"):
    decisions = {each.pk: decision for each in amendment.unconsented()}
    return actions.consent_amendment(amendment, by=by, decisions=decisions)


def applied(amendment, by):
    return actions.confirm_amendment(amendment, by=by, how="signed").order


def test_a_started_position_waits_for_the_foreman(olga, foreman, started):
    amendment = given.amendment(started, by=olga, height_mm=900)
    assert amendment.status == AmendmentStatus.DRAFTED

    actions.ask_consent(amendment, by=olga)

    amendment.refresh_from_db()
    assert amendment.status == AmendmentStatus.AT_FOREMAN
    assert "перемерил" in foreman.notifications.get().text
    assert foreman.notifications.get().url == amendment.get_absolute_url()


def test_what_is_begun_changes_for_nobody_without_consent(olga, started):
    amendment = given.amendment(started, by=olga, height_mm=900)

    with pytest.raises(Refused):
        actions.confirm_amendment(amendment, by=olga, how="phone")
    with pytest.raises(PermissionDenied):
        consented(actions.ask_consent(amendment, by=olga), olga)


def test_another_position_of_a_started_order_changes_freely(olga, started):
    other = started.positions.last()

    order = applied(given.amendment(started, by=olga, without=[other]), olga)

    assert order.positions.count() == 1


def test_begun_anew_it_waits_with_its_whole_route(olga, foreman, started):
    order = applied(consented(asked(started, olga, height_mm=900), foreman), olga)

    position = order.positions.first()
    assert (position.status, position.height_mm) == (PositionStatus.WAITING, 900)
    assert position.operations.queued().count() == 2
    step = position.steps.last()
    assert (step.title, step.by) == ("Изменено, начато заново", foreman)


def test_what_fits_goes_on_where_it_stands_and_asks_for_no_more_time(olga, foreman, started):
    amendment = asked(started, olga, height_mm=900)

    amendment = consented(amendment, foreman, "go_on")
    position = applied(amendment, olga).positions.first()

    assert amendment.new_promised_on == started.promised_on
    assert position.status == PositionStatus.STARTED
    assert [each.stage.code for each in position.operations.queued()] == ["facet"]


def test_a_checked_piece_comes_back_to_be_finished_and_the_order_follows(olga, foreman):
    order = given.checked_order(by=olga)

    order = applied(consented(asked(order, olga, note="Петли слева"), foreman, "go_on"), olga)

    assert (order.status, order.positions.get().status) == (Status.IN_PRODUCTION, "started")


def test_the_workshop_confirms_before_it_goes_on(olga, foreman, worker, started):
    order = applied(consented(asked(started, olga, height_mm=900), foreman), olga)
    position = order.positions.first()

    with pytest.raises(Refused, match="прочитайте"):
        actions.start(position, by=worker)
    actions.see_change(position, by=worker)
    actions.start(position, by=worker)

    change = position.changes.get()
    assert (change.seen_by, change.decision) == (worker, "anew")
    assert Position.objects.get(pk=position.pk).status == PositionStatus.STARTED


def test_a_position_that_nobody_began_is_read_too(olga, worker):
    order = given.order(by=olga)
    position = applied(given.amendment(order, by=olga, height_mm=900), olga).positions.get()

    with pytest.raises(Refused):
        actions.start(position, by=worker)


def test_only_another_price_is_nothing_for_the_workshop(olga, worker, started):
    wanted = replace(given.amended(started), discount_percent=Decimal(3))
    press = {"version": started.version, "reason": "Скидка"}
    amendment = actions.amend(started, wanted, by=olga, **press)

    position = applied(amendment, olga).positions.first()

    actions.finish(position, by=worker)
    assert not position.changes.exists()


def test_a_begun_position_goes_with_consent_only(olga, foreman, started):
    first = started.positions.first()
    amendment = asked(started, olga, without=[first])

    order = applied(actions.consent_amendment(amendment, by=foreman, decisions={}), olga)

    assert not order.positions.filter(pk=first.pk).exists()
    assert order.status == Status.IN_PRODUCTION


def test_begun_while_the_client_thinks_it_over_it_needs_the_foreman_after_all(
    olga, foreman, worker
):
    order = given.order(by=olga)
    amendment = given.amendment(order, by=olga, height_mm=900)
    actions.start(order.positions.get(), by=worker)

    with pytest.raises(Refused, match="мастера"):
        actions.confirm_amendment(amendment, by=olga, how="phone")
    amendment = consented(actions.ask_consent(amendment, by=olga), foreman)

    assert applied(amendment, olga).positions.get().height_mm == 900


def test_gone_to_the_office_meanwhile_it_changes_no_more(olga, foreman, worker):
    order = given.order(by=olga)
    amendment = given.amendment(order, by=olga, height_mm=900)
    position = order.positions.get()
    actions.start(position, by=worker)
    actions.finish(position, by=worker)
    actions.check(position, by=foreman)
    actions.arrive(order, by=foreman)

    with pytest.raises(Refused):
        actions.confirm_amendment(amendment, by=olga, how="phone")


def test_a_refusal_says_why_and_the_desk_hears_it(olga, foreman, started):
    amendment = asked(started, olga, height_mm=900)

    with pytest.raises(Refused):
        actions.refuse_amendment(amendment, by=foreman, note=" ")
    amendment = actions.refuse_amendment(amendment, by=foreman, note="Фацет уже снят")

    assert amendment.status == AmendmentStatus.DRAFTED
    assert "Фацет уже снят" in olga.notifications.get().text


def test_each_begun_piece_is_decided_about(olga, foreman, started):
    amendment = asked(started, olga, height_mm=900)

    with pytest.raises(Refused, match="1"):
        actions.consent_amendment(amendment, by=foreman, decisions={})


def test_drafted_anew_it_is_asked_for_again(olga, foreman, started):
    amendment = consented(asked(started, olga, height_mm=900), foreman)

    amendment = given.amendment(started, by=olga, height_mm=1000)

    assert (amendment.status, amendment.decisions) == (AmendmentStatus.DRAFTED, {})
