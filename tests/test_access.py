"""Every page × every role × the answer: the table is tests/access.txt, read it there."""

import pytest
from django.urls import reverse

from crm.access import ROLES
from tests.access import (
    PUBLIC,
    TABLE,
    addresses,
    registered,
    requests_of,
)
from tests.access_world import World

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), World.built() as built:
        yield built


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_each_role_gets_the_answer_of_the_table(world, row):
    answers = {role: world.mark(row, role) for role in ROLES}

    assert answers == row.marks


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_nobody_gets_in_without_logging_in(world, row):
    if row.name in PUBLIC:
        return

    answer = world.ask(row, client=world.stranger)

    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, reverse("login"))


def test_the_table_names_every_address_and_no_other():
    assert {row.name for row in TABLE} == addresses()


@pytest.mark.parametrize("name", sorted(addresses()))
def test_what_the_table_does_not_name_is_no_way_to_ask(world, name):
    rows = [row for row in TABLE if row.name == name]
    for method in {"GET", "POST"} - {row.method for row in rows}:
        other = rows[0]._replace(method=method)
        assert world.mark(other, "director") == "."


def test_the_table_names_every_list_report_and_dictionary():
    named = {(row.name, row.variant) for row in TABLE if row.variant}
    assert registered() - named == set()


@pytest.mark.parametrize("row", requests_of("orders:", "production:", "core:document"), ids=str)
def test_what_belongs_to_another_office_does_not_exist_for_its_manager(world, row):
    answer = world.ask(row, client=world.browser(world.elsewhere))

    assert answer.status_code in {403, 404, 405}


@pytest.mark.parametrize("row", requests_of("orders:"), ids=str)
def test_a_role_of_own_orders_only_finds_no_others(world, row):
    answer = world.ask(row, client=world.browser(world.loner))

    assert answer.status_code in {403, 404, 405}
