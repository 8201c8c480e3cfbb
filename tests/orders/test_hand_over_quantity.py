"""Of three equal mirrors two leave: they are paid and on the act, the third stays to come."""

from decimal import Decimal

import pytest

from core.errors import Refused
from core.models import Document
from orders import actions
from orders.models import Position
from orders.sketches.contents import contents_of
from orders.work_orders import changes
from orders.work_orders.lifecycle import PositionStatus, Status
from orders.work_orders.visit import due_now
from tests import given
from tests.orders import sketching
from tests.orders.test_hand_over_part import filled, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(olga):
    """Three mirrors of one position, all in the office."""
    return given.ready_order(given.mirror(quantity=3), by=olga)


def handed_over(order, quantity, *, by, **said):
    order.refresh_from_db()
    row = order.positions.left().get()
    due = due_now(order, {row.pk: quantity})
    said = {"positions": [row.pk], "quantities": {row.pk: quantity}, "amount": due, **said}
    return actions.hand_over(order, by=by, **said)


def test_two_of_three_leave_and_the_third_stays_under_the_same_number(olga, three):
    whole = three.positions.get()

    order = handed_over(three, 2, by=olga)

    gone, stays = order.positions.handed_over().get(), order.positions.left().get()
    assert (gone.quantity, stays.quantity, stays.pk) == (2, 1, whole.pk)
    assert (gone.ordinal, stays.ordinal) == (1, 1)
    assert (gone.line_spec.quantity, stays.line_spec.quantity) == (2, 1)
    assert gone.total == order.paid == whole.unit_price * 2
    assert gone.total + stays.total == order.total
    assert gone.weight_kg + stays.weight_kg == whole.weight_kg
    assert (order.status, stays.status) == (Status.READY, PositionStatus.IN_OFFICE)


def test_sums_that_do_not_divide_add_up_to_the_kopeck(olga, three):
    Position.objects.filter(order=three).update(total=Decimal("100.00"), vat_sum=Decimal("18.04"))
    three.total = Decimal("100.00")
    three.save(update_fields=["total"])

    order = handed_over(three, 1, by=olga, amount=Decimal("33.33"))

    assert [str(each.total) for each in order.positions.all()] == ["66.67", "33.33"]
    assert sum(each.vat_sum for each in order.positions.all()) == Decimal("18.04")


def test_the_rest_leaves_at_another_visit_and_the_order_is_over(olga, three):
    handed_over(three, 2, by=olga)

    order = handed_over(three, 1, by=olga)

    assert (order.status, order.visits, order.debt) == (Status.ARCHIVED, 2, 0)


def test_each_act_names_what_left_then_and_what_is_still_to_come(olga, three):
    handed_over(three, 1, by=olga)
    order = handed_over(three, 1, by=olga)

    first, second = (Document.objects.of(visit).get().content for visit in order.hand_overs.all())
    assert [row["quantity"] for row in first["positions"]] == [1]
    assert [(row["ordinal"], row["quantity"]) for row in first["left"]] == [(1, 2)]
    assert [(row["ordinal"], row["quantity"]) for row in second["left"]] == [(1, 1)]
    assert first["total"] == second["total"]


def test_the_page_of_the_order_says_how_many_have_left(login, olga, three):
    order = handed_over(three, 2, by=olga)

    shown = login(olga).get(order.get_absolute_url()).text.replace("\xa0", " ")

    visit = order.hand_overs.get()
    assert visit.numbers in shown
    assert "2" in visit.numbers


@pytest.mark.django_db(transaction=True)
def test_the_history_says_how_many_stay():
    olga = given.employee("manager")
    order = handed_over(given.ready_order(given.mirror(quantity=3), by=olga), 2, by=olga)

    rows = [row for change in changes.changes_of(order, olga) for row in change.rows]

    assert ("3", "1") in [(row.before, row.after) for row in rows]
    assert not [row for row in rows if row.before == "" and "600" in row.after]


def test_the_third_goes_back_to_the_workshop_and_comes_again(olga, three):
    order = handed_over(three, 2, by=olga)
    rest = order.positions.left().get()

    actions.return_for_rework(order, by=olga, positions=[rest.pk], reason="Скол на кромке")

    rest.refresh_from_db()
    assert (rest.status, rest.quantity) == (PositionStatus.WAITING, 1)
    assert order.positions.handed_over().get().quantity == 2


def test_what_the_client_has_is_what_may_be_remade(olga, three):
    order = handed_over(three, 2, by=olga)
    gone = order.positions.handed_over().get()
    director = given.employee("director")

    with pytest.raises(Refused):
        actions.remake(order, by=director, positions={gone.pk: 3}, reason="Царапины")
    remade = actions.remake(order, by=director, positions={gone.pk: 2}, reason="Царапины")

    assert remade.positions.get().quantity == 2


def test_more_than_there_are_cannot_leave(olga, three):
    row = three.positions.get()

    with pytest.raises(Refused):
        actions.hand_over(three, by=olga, positions=[row.pk], quantities={row.pk: 4})


def test_the_page_says_what_two_of_three_cost(login, olga, three, htmx):
    row = three.positions.get()
    choice = {"positions": [row.pk], "place": "office", f"quantity-{row.pk}": "2"}

    answer = login(olga).get(page(three), choice, headers=htmx)

    assert answer.context["form"].due == row.unit_price * 2


def test_the_page_hands_over_two_of_three(login, olga, three):
    row = three.positions.get()
    typed = filled(row, amount=str(row.unit_price * 2), method="card")

    login(olga).post(page(three), {**typed, f"quantity-{row.pk}": "2"})

    three.refresh_from_db()
    assert (three.visits, three.positions.handed_over().get().quantity) == (1, 2)


def test_a_wrong_number_is_said_in_words_and_nothing_leaves(login, olga, three):
    row = three.positions.get()
    typed = {**filled(row, amount="1", method="card"), f"quantity-{row.pk}": "7"}

    assert login(olga).post(page(three), typed).status_code == 422
    assert not three.hand_overs.exists()


def test_lists_name_the_position_once(olga, three):
    order = handed_over(three, 2, by=olga)

    assert "+1" not in order.summary


def test_what_the_client_approved_is_the_same_when_some_pieces_have_left(olga, three):
    sketching.attach(three, 1)
    shown = contents_of(three)

    order = handed_over(three, 2, by=olga)

    assert contents_of(order) == shown
