import pytest
from django.urls import reverse

from orders import actions
from orders.work_orders.lifecycle import PositionStatus
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    position, worker = given.order().positions.get(), given.employee("worker")
    actions.start(position, by=worker)
    return actions.finish(position, by=worker)


def address(position):
    return reverse("production:send_back", args=[position.pk])


def test_a_reason_sends_the_piece_back_and_stands_on_its_card(login, htmx, made):
    answer = login(given.employee("foreman")).post(
        address(made), {"note": "Скол на стороне B"}, headers=htmx
    )

    made.refresh_from_db()
    assert made.status == PositionStatus.WAITING
    assert "Скол на стороне B" in answer.content.decode()
    assert made.operations.queued().count() == made.operations.count()


def test_without_a_reason_the_form_comes_again(login, htmx, made):
    answer = login(given.employee("foreman")).post(address(made), {"note": "  "}, headers=htmx)

    made.refresh_from_db()
    assert (answer.status_code, answer["HX-Retarget"]) == (422, "#shop-dialog-form")
    assert made.status == PositionStatus.FINISHED


def test_without_scripts_the_reason_has_a_page_of_its_own(login, made):
    foreman = login(given.employee("foreman"))

    page = foreman.get(address(made))
    answer = foreman.post(address(made), {"note": "Царапина"})

    assert "<textarea" in page.content.decode()
    assert answer.status_code == 302


def test_the_reason_is_gone_when_the_piece_is_made_again(login, made):
    foreman = given.employee("foreman")
    back = actions.send_back(made, by=foreman, note="Скол на стороне B")
    actions.finish(actions.start(back, by=foreman), by=foreman)

    page = login(foreman).get(reverse("production:queue")).content.decode()

    assert "Скол на стороне B" not in page


def test_a_worker_is_not_even_asked(login, made):
    assert login(given.employee("worker")).get(address(made)).status_code == 403
