"""A call is noted on the client's page without leaving it, and stands on top of the story."""

import pytest

from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_call_is_noted_and_the_story_is_narrowed(screen, barriers):
    olga = given.employee("manager")
    order = given.order(by=olga, paid=500)
    desk = screen(olga)
    desk.goto(order.client.get_absolute_url())

    desk.get_by_text("Записать звонок или заметку").click()
    desk.locator("#note [name=purpose]").fill("Спросила о сроке")
    desk.locator("#note").get_by_role("button", name="Записать").click()
    newest = desk.locator("#timeline li.timeline-interactions").first
    newest.get_by_text("Спросила о сроке").wait_for()
    assert barriers(desk) == []

    desk.locator("#timeline").get_by_role("link", name="Оплаты").click()
    desk.wait_for_url("**kind=payments**")
    desk.locator("#timeline li.timeline-interactions").wait_for(state="detached")
    assert desk.locator("#timeline li.timeline-payments").count() == 1
