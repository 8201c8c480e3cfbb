"""Today's and overdue calls on one screen, one after the other."""

import pytest
from django.urls import reverse

from interactions import actions, worklist
from orders.models import WorkOrder
from tests import given
from tests.interactions.kinds import kind, result

pytestmark = pytest.mark.django_db


def call(by, name, hours, **fields):
    return given.planned_call(given.client(name, f"8916000{hours + 100:04}"), by=by,
                              in_hours=hours, **fields)  # fmt: skip


def test_the_oldest_of_ones_own_stands_on_the_screen(login, olga):
    call(given.employee(), "Чужой", -9)
    first = call(olga, "Первый", -8)
    call(olga, "Второй", -7)

    page = login(olga).get(reverse("interactions:following"))

    assert (page.context["call"], page.context["left"]) == (first, 3)


def test_with_the_number_the_aim_and_the_last_three_dealings(login, olga):
    due = call(olga, "Мария", -2, purpose="Согласовать эскиз")
    for word in ("раз", "два", "три", "четыре"):
        actions.register(due.client, by=olga, kind=kind(), purpose=word)

    page = login(olga).get(reverse("interactions:following"))

    assert [each.purpose for each in page.context["last_dealings"]] == ["четыре", "три", "два"]
    shown = page.content.decode()
    assert due.client.phones.get().dial in shown
    assert "Согласовать эскиз" in shown


def test_a_result_leads_to_the_next_one(login, htmx, olga):
    first, second = call(olga, "Первый", -8), call(olga, "Второй", -7)

    answer = login(olga).post(
        reverse("interactions:hold", args=[first.pk]),
        {"outcome": result("not_reached").pk},
        headers={**htmx, "HX-Target": "following"},
    )

    assert answer.context["call"] == second
    assert answer.context["done"].attempts == 1


def test_so_it_does_if_pressed_before_the_script_is_ready(login, olga):
    first, second = call(olga, "Первый", -8), call(olga, "Второй", -7)

    answer = login(olga).post(
        reverse("interactions:hold", args=[first.pk]),
        {"outcome": result("not_reached").pk, "recorded_at": "following"},
        follow=True,
    )

    assert answer.context["call"] == second
    first.refresh_from_db()
    assert first.attempts == 1


def test_one_is_passed_over_and_stays(login, htmx, olga):
    first, second = call(olga, "Первый", -8), call(olga, "Второй", -7)

    page = login(olga).get(reverse("interactions:following"), {"after": first.pk}, headers=htmx)
    end = login(olga).get(reverse("interactions:following"), {"after": second.pk}, headers=htmx)

    assert page.context["call"] == second
    assert (end.context["call"], end.context["left"]) == (None, 2)


def test_ones_own_are_followed_by_the_colleagues(olga):
    theirs, own = call(given.employee(), "Чужой", -9), call(olga, "Свой", -1)

    assert worklist.following(olga) == own
    assert worklist.following(olga, after=own) == theirs
    assert worklist.following(olga, after=theirs) is None


def test_the_grounds_stand_above_with_their_counts(login, olga):
    given.ready_order(by=olga)
    call(olga, "Первый", -8)
    browser = login(olga)

    page = browser.get(reverse("interactions:calls"))
    assert {each.code: each.count for each in page.context["reasons"]} == {
        "order_ready": 1,
        "planned": 1,
    }
    narrowed = browser.get(reverse("interactions:following"), {"reason": "order_ready"})
    assert (narrowed.context["call"].reason, narrowed.context["left"]) == ("order_ready", 1)


def test_a_call_that_is_not_owed_any_more_is_settled_on_the_way(olga):
    order = given.ready_order(by=olga)
    planned = given.planned_call(given.client("Первый", "89160000101"), by=olga)
    WorkOrder.objects.filter(pk=order.pk).update(status="archived")

    assert worklist.following(olga) == planned


def test_with_nothing_to_do_the_screen_says_so(login, olga):
    page = login(olga).get(reverse("interactions:following"))

    assert "empty-state" in page.content.decode()
