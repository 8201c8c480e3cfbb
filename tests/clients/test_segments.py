"""Segments: made on one screen, live or frozen, one's own or everybody's."""

import pytest
from django.urls import reverse

from clients import actions
from clients.jobs import recount_segments
from clients.models import Client, Segment
from clients.segments import Group
from core.errors import Refused
from tests import given
from tests.given import condition

pytestmark = pytest.mark.django_db
ADD = "clients:add_segment"
NAMED_A = {
    "name": "Анны",
    "part": ["0", "0.0"],
    "0-join": "and",
    "0.0-attribute": "name",
    "0.0-operator": "contains",
    "0.0-value0": "анн",
}


def listed(browser, segment):
    answer = browser.get(reverse("clients:index"), {"segment": segment.pk})
    return {row["row"].name for row in answer.context["list"].body()}


def test_conditions_chosen_on_the_page_make_a_segment_and_its_list(login):
    olga = given.employee()
    given.client("Анна", by=olga)
    given.client("Борис", by=olga)
    browser = login(olga)

    browser.post(reverse(ADD), NAMED_A)

    segment = Segment.objects.get()
    assert (segment.name, segment.owner, segment.clients_count) == ("Анны", olga, 1)
    assert listed(browser, segment) == {"Анна"}
    given.client("Ганна", by=olga)
    assert listed(browser, segment) == {"Анна", "Ганна"}
    assert "анн" in browser.get(segment.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        ("add:0", ["0.0-attribute", "0.1-attribute"]),
        ("group:0", ["0.0-attribute", "0.1-join", "0.1.0-attribute"]),
        ("remove:0.0", []),
    ],
)
def test_buttons_add_and_remove_parts_and_keep_what_is_typed(login, press, expected):
    page = login(given.employee()).post(reverse(ADD), NAMED_A | {"press": press}).content.decode()

    for name in ("0-join", *expected):
        assert f'name="{name}"' in page, name
    assert ('value="анн"' in page) == bool(expected)
    assert not Segment.objects.exists()


def test_another_attribute_brings_its_own_operators(login):
    turned = NAMED_A | {"0.0-attribute": "created_at", "press": "turn:0.0"}

    page = login(given.employee()).post(reverse(ADD), turned).content.decode()

    assert 'value="last_days" selected' in page
    assert 'value="contains"' not in page


def test_the_count_follows_what_is_typed(login):
    olga = given.employee()
    for name in ("Анна", "Жанна", "Борис"):
        given.client(name, by=olga)
    browser, url = login(olga), reverse("clients:count_segment")

    assert browser.post(url, NAMED_A).content.decode().split() == ["2"]
    assert "2" not in browser.post(url, NAMED_A | {"0.0-value0": ""}).content.decode()


def test_an_unfinished_condition_is_not_kept(login):
    answer = login(given.employee()).post(reverse(ADD), NAMED_A | {"0.0-value0": ""})

    assert answer.status_code == 422
    assert not Segment.objects.exists()


def test_a_frozen_segment_keeps_whoever_was_in_it():
    olga = given.employee()
    given.client("Анна", by=olga)
    frozen = given.segment(condition("name", "contains", "анн"), by=olga, is_frozen=True)
    given.client("Жанна", by=olga)

    assert {client.name for client in actions.clients_of(frozen)} == {"Анна"}
    tree = Group(parts=[condition("name", "contains", "анн")])
    facts = {"by": olga, "name": "Анны", "tree": tree}
    actions.keep_segment(frozen, is_frozen=True, **facts)
    assert actions.clients_of(frozen).count() == 1
    actions.keep_segment(frozen, is_frozen=False, **facts)
    assert actions.clients_of(frozen).count() == 2


def test_others_see_a_shared_segment_and_may_not_change_it(login):
    olga, vera = given.employee(), given.employee()
    own, shared = given.segment(by=olga, name="Моё"), given.segment(by=olga, is_shared=True)
    browser = login(vera)

    assert browser.get(own.get_absolute_url()).status_code == 404
    assert browser.get(shared.get_absolute_url()).status_code == 200
    assert browser.get(reverse("clients:edit_segment", args=[shared.pk])).status_code == 403
    boss = login(given.employee("director"))
    assert boss.get(reverse("clients:edit_segment", args=[shared.pk])).status_code == 200


def test_who_may_not_see_sums_does_not_see_who_owes(login):
    debts = condition("debt_sum", "at_least", 1)
    segment = given.segment(debts, by=given.employee("director"), is_shared=True)

    browser = login(given.employee("marketing"))

    assert browser.get(segment.get_absolute_url()).status_code == 404
    page = browser.get(reverse(ADD)).content.decode()
    assert '"debt_sum"' not in page
    assert '"orders_count"' in page


def test_a_segment_of_a_field_that_is_gone_says_so(login):
    olga = given.employee()
    segment = given.segment(by=olga)
    gone = Group(parts=[condition("own.f0", "empty")]).as_json()
    Segment.objects.filter(pk=segment.pk).update(conditions=gone)
    segment.refresh_from_db()

    with pytest.raises(Refused):
        actions.clients_of(segment)
    browser = login(olga)
    assert browser.get(segment.get_absolute_url()).status_code == 200
    assert browser.get(reverse("clients:index"), {"segment": segment.pk}).status_code == 409
    recount_segments()


def test_counts_are_brought_up_to_date():
    segment = given.segment(condition("name", "contains", "анн"))
    given.client("Анна")

    recount_segments()

    segment.refresh_from_db()
    assert segment.clients_count == 1


def test_its_page_says_the_conditions_in_words(login):
    olga = given.employee()
    segment = given.segment(
        condition("kind", "one_of", "person", "organisation"),
        condition("orders_count", "between", 1, 2500, is_not=True),
        condition("created_at", "after", "2026-11-20"),
        by=olga,
    )

    page = login(olga).get(segment.get_absolute_url()).content.decode()

    for said in ("Частное лицо, Организация", "1 – 2\u00a0500", "20.11.2026", "не: "):
        assert said in page, said


def test_a_removed_segment_leaves_its_clients(login):
    olga = given.employee()
    given.client("Анна", by=olga)
    segment = given.segment(by=olga, is_frozen=True)

    login(olga).post(reverse("clients:remove_segment", args=[segment.pk]))

    assert not Segment.objects.exists()
    assert Client.objects.exists()
