"""What the client changed is read in the workshop before the work goes on."""

import pytest
from django.urls import reverse

from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return given.employee("worker")


@pytest.fixture
def position():
    olga = given.employee("manager")
    amendment = given.amendment(given.order(by=olga), by=olga, height_mm=900)
    return actions.confirm_amendment(amendment, by=olga, how="phone").order.positions.get()


def test_the_card_and_the_page_show_old_and_new(login, worker, position):
    browser = login(worker)
    for address in (
        reverse("production:queue"),
        reverse("production:position", args=[position.pk]),
    ):
        said = browser.get(address).text.replace("\xa0", " ")
        assert "было 600×800 мм, стало <strong>600×900 мм" in said
        assert "Сначала прочитайте" in said


def test_one_press_confirms_and_the_page_says_who_has_read_it(login, worker, position):
    browser = login(worker)

    browser.post(reverse("production:see_change", args=[position.pk]))

    page = browser.get(reverse("production:position", args=[position.pk])).text
    assert f"Прочитал(а) {worker.short_name}" in page
    assert "Сначала прочитайте" not in page


def test_in_the_queue_the_card_is_swapped(login, worker, position, htmx):
    answer = login(worker).post(reverse("production:see_change", args=[position.pk]), headers=htmx)

    assert f'id="position-{position.pk}"' in answer.text
    assert "Начать" in answer.text


def test_a_second_press_leaves_the_first_ones_name(worker, position):
    actions.see_change(position, by=worker)
    actions.see_change(position, by=given.employee("worker"))

    assert position.changes.get().seen_by == worker


def test_who_does_not_work_in_the_shop_does_not_confirm(login, position):
    driver = login(given.employee("driver"))

    answer = driver.post(reverse("production:see_change", args=[position.pk]))

    assert answer.status_code == 403


def test_on_the_shared_tablet_a_worker_confirms_by_pin(login, position):
    tablet = login(given.employee(may={"company.use_tablet", "orders.view_shop_position"}))

    page = tablet.get(reverse("production:see_change", args=[position.pk]))
    pressed = tablet.post(reverse("production:see_change", args=[position.pk]))

    assert 'name="pin"' in page.text
    assert pressed.status_code == 422


def test_a_card_of_an_unchanged_piece_says_nothing_of_it(login, worker):
    order = given.order()

    assert not order.positions.get().has_unseen_change
    assert "shop-change" not in login(worker).get(reverse("production:queue")).text
