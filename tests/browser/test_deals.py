"""A deal that stands still is noticed and moved on by a drag."""

from datetime import timedelta

import pytest
from django.urls import reverse

from core import clock
from sales.processes.fields import FIELDS
from tests import given
from tests.browser.dragging import drag

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def olga():
    return given.employee("manager")


@pytest.fixture
def deal(olga):
    with clock.at(clock.now() - timedelta(days=20)):
        return given.deal(by=olga, title="Панно в зал")


def test_a_stuck_deal_is_noticed_and_dragged_on(screen, olga, deal):
    page = screen(olga, width=1920)
    page.goto(reverse("today"))
    page.get_by_role("link", name="Панно в зал").wait_for()

    page.goto(reverse("sales:deals_board"))
    assert page.locator("[data-state=met] .state-bad").count() == 1
    drag(page, "Панно в зал", "offered")
    page.locator(".notice.is-success").wait_for()
    page.locator("[data-state=offered] .board-card", has_text="Панно в зал").wait_for()

    deal.refresh_from_db()
    assert deal.stage.key == "offered"
    assert not deal.is_beyond_norm


def test_what_a_stage_asks_for_is_said_and_the_card_returns(screen, olga, deal):
    deal.stage.required_fields = ["expected_sum"]
    deal.stage.save()
    page = screen(olga, width=1920)
    page.goto(reverse("sales:deals_board"))

    drag(page, "Панно в зал", "offered")
    page.locator("#refusal .notice").wait_for()

    assert page.locator("[data-state=met] .board-card", has_text="Панно в зал").count() == 1
    assert str(FIELDS["expected_sum"].label).lower() in page.locator("#refusal").inner_text()
