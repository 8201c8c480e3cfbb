import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core import registry
from core.models import Document
from crm.demo import signature
from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


def page(browser, order):
    return browser.get(order.get_absolute_url())


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


def test_it_says_where_the_order_is_and_what_is_due(login):
    olga = given.employee("manager")
    order = given.ready_order(by=olga, paid=1000)

    shown = text(page(login(olga), order))

    for words in [order.number, "Мария Светлова", "+7 916 123-45-67", "768,00 ₽", "1 768,00 ₽"]:
        assert words in shown
    assert "<svg" in shown
    assert shown.index(order.positions.get().title) > 0


@pytest.mark.parametrize(
    ("make", "offered"),
    [
        (given.calculation, ["accept", "cancel"]),
        (given.order, ["amend", "hold", "cancel"]),
        (given.checked_order, ["arrive", "hand_over", "amend", "hold", "cancel"]),
        (given.ready_order, ["hand_over", "return_for_rework", "amend", "cancel"]),
        (given.handed_over_order, []),
    ],
)
def test_the_buttons_are_the_moves_of_the_life_cycle(login, make, offered):
    olga = given.employee("manager")
    order = make(by=olga)

    answer = page(login(olga), order)

    urls = [move.url for move in answer.context["moves"]]
    assert urls == [reverse(f"orders:{step}", args=[order.pk]) for step in offered]


def test_who_only_looks_is_offered_no_move_and_no_form(login):
    order = given.ready_order()

    answer = page(login(given.employee("quality")), order)

    assert answer.context["moves"] == []
    assert answer.context["take_payment_form"] is None
    assert "Мария Светлова" in text(answer)


def test_without_the_right_to_prices_and_clients_neither_is_shown(login):
    order = given.order(paid=1000)
    may = ["orders.view_workorder"]

    shown = text(page(login(given.employee(may=may)), order))

    assert order.positions.get().title in shown
    for words in ["1 768", "1 000", "768,00", "Мария Светлова", "123-45-67", "/documents/"]:
        assert words not in shown


def test_papers_carry_prices_so_they_are_closed_with_them(login):
    order = given.order()
    address = reverse("core:document", args=[Document.objects.of(order).first().pk])

    assert login(given.employee(may=["orders.view_workorder"])).get(address).status_code == 403
    assert login(order.manager).get(address).status_code == 200


def test_another_office_does_not_find_it_and_no_right_does_not_either(login):
    order = given.order()
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))

    assert page(login(elsewhere), order).status_code == 404
    assert page(login(given.employee("worker")), order).status_code == 404
    assert (
        page(login(given.employee("director", office=elsewhere.office)), order).status_code == 200
    )


def test_own_only_is_a_choice_of_the_role(login):
    role = given.role()
    role.scope = "own"
    role.save()
    olga, marina = given.employee(), given.employee()
    order = given.order(by=olga)

    assert page(login(olga), order).status_code == 200
    assert page(login(marina), order).status_code == 404


def test_the_way_shows_how_far_it_is(login):
    order = given.ready_order()

    way = page(login(order.manager), order).context["way"]

    assert [stage.label for stage in way if stage.is_now] == ["В офисе"]
    assert next(stage.label for stage in way if stage.is_done) == "Принят"
    assert not way[-1].is_done


def test_panels_stand_where_they_belong():
    shown = [{"place": "aside", "code": "slips"}, {"place": "main", "code": "calls"}]

    placed = registry.placed(shown)

    assert [panel["code"] for panel in placed["aside"]] == ["slips"]
    assert [panel["code"] for panel in placed["main"]] == ["calls"]
    assert placed["top"] == []


def test_how_the_price_came_about_comes_by_a_press(login, htmx):
    order = given.order()
    position = order.positions.get()
    address = reverse("orders:explain", args=[order.pk, position.pk])
    browser = login(order.manager)

    shown = text(browser.get(address, headers=htmx))

    assert address in text(page(browser, order))
    assert position.explained()[0].sentence.replace("\xa0", " ") in shown
    without_prices = given.employee(may=["orders.view_workorder"])
    assert login(without_prices).get(address).status_code == 403


def test_pieces_arrive_and_the_order_goes_to_the_archive_by_their_buttons(login):
    firm = given.firm()
    firm.archive_after_days = 5
    firm.save()
    olga = given.employee("manager")
    order = given.checked_order(by=olga, paid=1768)
    browser = login(olga)

    browser.post(reverse("orders:arrive", args=[order.pk]))
    actions.hand_over(order, by=olga)
    browser.post(reverse("orders:archive", args=[order.pk]))

    order.refresh_from_db()
    assert order.archived_at is not None


def test_a_picture_is_attached_and_seen(login):
    olga = given.employee("manager")
    order = given.order(by=olga)
    sketch = SimpleUploadedFile("эскиз.png", signature.png(1), content_type="image/png")
    browser = login(olga)

    browser.post(reverse("core:attach", args=["orders.workorder", order.pk]), {"file": sketch})

    assert "эскиз.png" in text(page(browser, order))


def test_a_page_costs_as_many_queries_for_many_rows_as_for_one(
    login, django_assert_num_queries, django_assert_max_num_queries
):
    olga = given.employee("manager")
    small = given.ready_order(by=olga, paid=100)
    large = given.ready_order(*[given.mirror(500 + n) for n in range(12)], by=olga, paid=100)
    for _ in range(12):
        actions.take_payment(large, by=olga, amount=100, method="card")
    browser = login(olga)
    page(browser, small)

    with django_assert_max_num_queries(12) as counted:
        page(browser, small)
    with django_assert_num_queries(len(counted)):
        page(browser, large)
