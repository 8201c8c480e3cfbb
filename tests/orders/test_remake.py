from uuid import uuid4

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core import documents
from core.errors import Refused
from core.models import Document
from orders import actions
from orders.models import Position, WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given

pytestmark = pytest.mark.django_db
WHY = "Отслоилась амальгама"


@pytest.fixture
def commercial():
    return given.employee("commercial")


def page(order):
    return reverse("orders:remake", args=[order.pk])


def all_of(order):
    return {piece.pk: piece.quantity for piece in order.positions.filter(goes_to_shop=True)}


def test_a_new_order_without_charge_stands_in_the_queue_with_a_date(commercial):
    order = given.handed_over_order()

    made = actions.remake(order, by=commercial, positions=all_of(order), reason=WHY)

    assert (made.status, made.total, made.debt) == (Status.ACCEPTED, 0, 0)
    assert (made.remake_of, made.client, made.office) == (order, order.client, order.office)
    assert (made.manager, made.comment) == (order.manager, WHY)
    assert made.promised_on > made.accepted_at.date()
    assert Position.objects.in_shop().get().order == made


def test_only_the_chosen_pieces_and_only_as_many_as_are_needed(commercial):
    order = given.handed_over_order(given.mirror(600, quantity=3), given.mirror(700))
    first = order.positions.first()

    made = actions.remake(order, by=commercial, positions={first.pk: 2}, reason=WHY)

    piece = made.positions.get()
    assert (piece.quantity, piece.title, piece.total) == (2, first.title, 0)
    assert piece.weight_kg * 3 == pytest.approx(first.weight_kg * 2, abs=0.05)


def test_it_is_made_brought_and_handed_over_without_money(commercial):
    order = given.handed_over_order()
    made = actions.remake(order, by=commercial, positions=all_of(order), reason=WHY)
    piece, worker, foreman = made.positions.get(), given.employee("worker"), commercial
    actions.start(piece, by=worker)
    actions.finish(piece, by=worker)
    actions.check(piece, by=foreman)

    actions.arrive(made, by=foreman)
    made = actions.hand_over(made, by=order.manager)

    assert (made.status, made.paid) == (Status.ARCHIVED, 0)


def test_a_piece_that_left_of_an_open_order_is_remade_and_one_that_did_not_is_not(commercial):
    order = given.half_ready_order(by=given.employee("manager"))
    ready = order.positions.in_office().get()

    with pytest.raises(Refused):
        actions.remake(order, by=commercial, positions={ready.pk: 1}, reason=WHY)
    actions.hand_over(order, by=order.manager, positions=[ready.pk], amount=ready.total)

    assert actions.remake(order, by=commercial, positions={ready.pk: 1}, reason=WHY)


@pytest.mark.parametrize("quantity", [0, 2])
def test_no_more_than_the_client_has(commercial, quantity):
    order = given.handed_over_order()

    with pytest.raises(Refused):
        actions.remake(
            order, by=commercial, positions={order.positions.get().pk: quantity}, reason=WHY
        )


def test_a_reason_and_a_piece_are_needed(commercial):
    order = given.handed_over_order()

    with pytest.raises(Refused):
        actions.remake(order, by=commercial, positions=all_of(order), reason=" ")
    with pytest.raises(Refused):
        actions.remake(order, by=commercial, positions={}, reason=WHY)


def test_a_second_press_finds_the_first(commercial):
    order, token = given.handed_over_order(), uuid4()
    said = {"positions": all_of(order), "reason": WHY, "token": token}

    first = actions.remake(order, by=commercial, **said)
    second = actions.remake(order, by=commercial, **said)

    assert (first, order.remakes.count()) == (second, 1)


def test_the_manager_does_not_give_work_away(login):
    order = given.handed_over_order()

    with pytest.raises(PermissionDenied):
        actions.remake(order, by=order.manager, positions=all_of(order), reason=WHY)
    assert login(order.manager).get(page(order)).status_code == 403


def test_both_orders_the_list_and_the_shop_name_each_other(login, commercial):
    order = given.handed_over_order()
    made = actions.remake(order, by=commercial, positions=all_of(order), reason=WHY)
    browser = login(commercial)

    original = browser.get(order.get_absolute_url()).content.decode()
    remake = browser.get(made.get_absolute_url()).content.decode()
    listed = browser.get(reverse("orders:index")).content.decode()
    queue = browser.get(reverse("production:queue")).content.decode()

    assert made.get_absolute_url() in original
    assert order.get_absolute_url() in remake
    assert f"Переделка наряда {order.number}" in remake
    assert "Переделка:" in listed
    assert "Переделка" in queue


def test_the_paper_says_what_it_remakes_and_no_receipt_is_issued(commercial):
    order = given.handed_over_order()
    made = actions.remake(order, by=commercial, positions=all_of(order), reason=WHY)

    paper = Document.objects.of(made).get()
    pages = pypdfium2.PdfDocument(documents.pdf_of(paper))
    text = " ".join(page.get_textpage().get_text_range() for page in pages)

    assert f"Переделка наряда № {order.number}" in " ".join(text.split())


def test_the_page_makes_it(login, commercial):
    order = given.handed_over_order(given.mirror(600, quantity=3))
    piece = order.positions.get()
    typed = {"token": uuid4(), "positions": [piece.pk], "reason": WHY}
    browser = login(commercial)

    too_many = browser.post(page(order), {**typed, f"quantity-{piece.pk}": "4"})
    answer = browser.post(page(order), {**typed, f"quantity-{piece.pk}": "1"})

    made = WorkOrder.objects.get(remake_of=order)
    assert too_many.status_code == 422
    assert answer["Location"] == made.get_absolute_url()
    assert made.positions.get().quantity == 1


def test_the_button_stands_where_the_order_has_left(login, commercial):
    left, open_ = given.handed_over_order(), given.ready_order()
    browser = login(commercial)

    assert page(left) in browser.get(left.get_absolute_url()).content.decode()
    assert page(open_) not in browser.get(open_.get_absolute_url()).content.decode()
