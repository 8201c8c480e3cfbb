"""An accepted order is changed: at the prices of its acceptance, confirmed by the client."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from catalog.models import Price
from core import clock
from core.errors import Refused, Stale
from core.models import Document
from orders import actions
from orders.amendments.lifecycle import AmendmentStatus
from orders.models import Position, WorkOrder
from orders.work_orders.lifecycle import PositionStatus, Status
from tests import given

pytestmark = pytest.mark.django_db


def confirmed(amendment, by, how="phone"):
    return actions.confirm_amendment(amendment, by=by, how=how).order


def test_what_nobody_has_begun_goes_straight_to_the_client(olga):
    order = given.order(by=olga, paid=500)

    amendment = given.amendment(order, by=olga, height_mm=900)

    assert amendment.status == AmendmentStatus.AT_CLIENT
    assert (amendment.old_total, amendment.new_total) == (1768, 1956)
    order.refresh_from_db()
    assert (order.total, order.revision, order.is_being_amended) == (1768, 0, True)


def test_the_client_confirms_and_the_same_position_is_made_otherwise(olga):
    order = given.order(by=olga, paid=500)
    position = order.positions.get()

    changed = confirmed(given.amendment(order, by=olga, height_mm=900), olga)

    position.refresh_from_db()
    assert (changed.total, changed.debt, changed.revision) == (1956, 1456, 1)
    assert (position.height_mm, position.total, position.status) == (900, 1956, "waiting")
    assert position.operations.filter(is_open=True).count() == 2


def test_prices_are_those_of_the_acceptance(olga):
    order = given.order(by=olga)
    mirror = Price.objects.get(material__code="mirror-4").material
    later = clock.now() + timedelta(days=30)
    Price.objects.create(material=mirror, amount=9900, valid_from=later.date())

    with clock.at(later):
        amendment = given.amendment(order, by=olga, height_mm=900)

    assert amendment.new_total == 1956


def test_the_discount_that_the_client_had_then_is_kept(olga):
    maria = given.client(by=olga, discount_percent=Decimal(10))
    order = given.order(by=olga, of=maria)
    maria.discount_percent = Decimal(0)
    maria.save()

    amendment = given.amendment(order, by=olga, quantity=2)

    assert amendment.new_total == order.total * 2


def test_positions_are_added_and_taken_out_and_the_others_keep_their_numbers(olga):
    order = given.order(given.mirror(), given.mirror(700), given.mirror(800), by=olga)
    first, second, third = order.positions.all()
    amendment = given.amendment(order, by=olga, without=[second], also=[given.delivery()])

    order = confirmed(amendment, olga)

    assert list(order.positions.values_list("pk", "ordinal"))[:2] == [(first.pk, 1), (third.pk, 3)]
    added = order.positions.last()
    assert (added.ordinal, added.total, added.status) == (4, 1200, PositionStatus.IN_OFFICE)
    assert order.total == first.total + third.total + 1200


def test_the_number_of_what_is_gone_is_not_given_again(olga):
    order = given.order(given.mirror(), given.mirror(700), by=olga)
    gone = order.positions.last()
    confirmed(given.amendment(order, by=olga, without=[gone]), olga)

    order = confirmed(given.amendment(order, by=olga, also=[given.mirror(900)]), olga)

    assert list(order.positions.values_list("ordinal", flat=True)) == [1, 3]
    assert order.revision == 2


def test_a_piece_more_moves_the_date_only_as_far_as_its_own_work(olga):
    order = given.order(by=olga)
    later = clock.now() + timedelta(days=14)

    with clock.at(later):
        terms = given.amendment(order, by=olga, also=[given.delivery()])
        more = given.amendment(order, by=olga, also=[given.mirror()])

    assert terms.new_promised_on == order.promised_on
    assert more.new_promised_on > later.date()


def test_a_smaller_order_is_never_promised_earlier(olga):
    order = given.order(given.mirror(), given.mirror(700, quantity=90), by=olga)
    amendment = given.amendment(order, by=olga, without=[order.positions.last()])

    assert confirmed(amendment, olga).promised_on == order.promised_on


def test_what_is_paid_too_much_shows_as_such(olga):
    order = given.order(given.mirror(), given.mirror(), by=olga, paid=3536)

    order = confirmed(given.amendment(order, by=olga, without=[order.positions.last()]), olga)

    assert (order.debt, order.overpaid) == (-1768, 1768)


def test_papers_are_issued_anew_and_the_old_ones_stay(olga):
    order = given.order(by=olga)

    order = confirmed(given.amendment(order, by=olga, height_mm=900), olga)

    for kind in ("work_order", "receipt"):
        old, new = Document.objects.of(order).filter(kind=kind).order_by("revision")
        assert (old.content["amendment"], new.content["amendment"]) == (0, 1)
        assert old.content["total"] == "1768.00"
    paper = Document.objects.of(order.amendments.get()).get()
    assert paper.content["positions"][0]["facts"][0]["after"] == "600×900\xa0мм"


def test_nothing_different_is_no_amendment(olga):
    order = given.order(by=olga)

    with pytest.raises(Refused, match="ничего не меняется"):
        given.amendment(order, by=olga, height_mm=800)


def test_an_order_is_not_changed_into_nothing(olga):
    order = given.order(by=olga)

    with pytest.raises(Refused, match="отмените"):
        given.amendment(order, by=olga, without=list(order.positions.all()))


def test_one_open_amendment_is_drafted_anew(olga):
    order = given.order(by=olga)
    first = given.amendment(order, by=olga, height_mm=900)

    second = given.amendment(order, by=olga, height_mm=1000)

    assert (second.pk, second.number) == (first.pk, 1)
    assert Document.objects.of(second).count() == 2


def test_a_version_that_somebody_has_changed_is_refused(olga):
    order = given.order(by=olga)
    version = order.version
    given.amendment(order, by=given.employee("manager"), height_mm=900)

    wanted = given.amended(order, width_mm=700)
    with pytest.raises(Stale):
        actions.amend(order, wanted, by=olga, version=version, reason="Ниша")


def test_a_second_press_changes_nothing(olga):
    order = given.order(by=olga)
    wanted, version = given.amended(order, height_mm=900), order.version
    press = {"by": olga, "version": version, "reason": "Ниша"}

    first, second = (actions.amend(order, wanted, **press) for _ in range(2))
    for _ in range(2):
        order = confirmed(second, olga)

    assert first.pk == second.pk
    assert (order.revision, order.steps.filter(step="amend").count()) == (1, 1)


def test_an_order_on_hold_is_changed_and_stays_out_of_the_queue(olga):
    order = actions.hold(given.order(by=olga), by=olga, reason="Ждём размер")

    order = confirmed(given.amendment(order, by=olga, also=[given.mirror(900)]), olga)

    assert order.status == Status.ON_HOLD
    assert not Position.objects.filter(order=order, operations__is_open=True).exists()
    assert actions.resume(order, by=olga).positions.first().operations.queued().exists()


def test_a_ready_order_takes_a_delivery_but_no_more_work(olga):
    order = given.ready_order(by=olga)

    with pytest.raises(Refused, match="новый заказ"):
        given.amendment(order, by=olga, also=[given.mirror()])
    order = confirmed(given.amendment(order, by=olga, also=[given.delivery()]), olga)

    assert (order.status, order.total) == (Status.READY, 2968)


def test_a_director_who_allowed_a_smaller_debt_is_asked_again(olga):
    order = given.order(by=olga)
    order.debt_allowed_by = given.employee("director")
    order.save()

    assert confirmed(given.amendment(order, by=olga), olga).debt_allowed_by is None


@pytest.mark.parametrize("made", [given.calculation, given.handed_over_order])
def test_only_accepted_orders_that_are_not_handed_over_are_amended(olga, made):
    order = made(by=olga)

    with pytest.raises(Refused):
        given.amendment(order, by=olga, also=[given.delivery()])


def test_a_cancelled_order_drops_its_amendment(olga):
    amendment = given.amendment(by=olga)

    actions.cancel(amendment.order, by=olga, ground="Передумал")

    amendment.refresh_from_db()
    assert amendment.status == AmendmentStatus.DROPPED
    assert not WorkOrder.objects.get().is_being_amended


def test_a_dropped_amendment_leaves_the_order_and_its_number_to_the_next(olga):
    order = given.order(by=olga)
    dropped = given.amendment(order, by=olga)
    actions.drop_amendment(dropped, by=olga, note="Передумал")

    order = confirmed(given.amendment(order, by=olga, height_mm=1000), olga)

    assert (order.revision, order.amendments.in_force().get().number) == (1, 1)


def test_a_day_to_come_is_no_confirmation(olga):
    amendment = given.amendment(by=olga)

    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused):
        actions.confirm_amendment(amendment, by=olga, how="phone", on=tomorrow)


def test_a_price_by_hand_stays_with_its_piece_and_is_no_price_of_another(olga):
    typed = given.content(given.mirror(), given.mirror(700))
    by_hand = replace(typed.lines[0], hand_price=Decimal(1000))
    typed = replace(typed, lines=(by_hand, typed.lines[1]))
    director = given.employee("director", office=olga.office)
    order = actions.take(typed, by=director, token=uuid4())
    second = order.positions.last()

    of_another = given.amendment(order, by=olga, height_mm=900)
    assert of_another.status == AmendmentStatus.DRAFTED
    amendment = given.amendment(order, by=olga, without=[second])

    assert (amendment.new_total, amendment.status) == (1000, AmendmentStatus.AT_CLIENT)


def test_handed_over_as_it_was_the_order_drops_what_was_not_confirmed(olga):
    order = given.ready_order(by=olga)
    amendment = given.amendment(order, by=olga, also=[given.delivery()])

    actions.hand_over(order, by=olga, amount=order.debt)

    amendment.refresh_from_db()
    assert (amendment.status, amendment.order.is_being_amended) == ("dropped", False)


def test_an_open_amendment_is_told_at_the_top_of_the_order(olga, login):
    order = given.order(by=olga)
    amendment = given.amendment(order, by=olga, height_mm=900)
    top = login(olga).get(order.get_absolute_url()).text.partition('id="open-amendment"')[2]

    assert amendment.get_absolute_url() in top.partition("</div>")[0]

    confirmed(amendment, olga)
    assert 'id="open-amendment"' not in login(olga).get(order.get_absolute_url()).text
