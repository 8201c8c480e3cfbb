"""Lists: every row once, however it is paged; filters in the address; views by name."""

import re
from itertools import chain

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from company.lists import EmployeeList
from company.models import Employee
from core import registry
from core.lists import keyset
from core.models import SavedView
from tests import given

pytestmark = pytest.mark.django_db
LIST = "company:employees"


@pytest.fixture
def fifty():
    """Many of one name, so that only the id tells them apart."""
    office, role = given.office(), given.role("worker")
    Employee.objects.bulk_create(
        Employee(
            username=f"w{number:02}",
            last_name="Иванов" if number % 3 else f"Яшин{number:02}",
            office=office,
            role=role,
            password="!",
        )
        for number in range(50)
    )


def logins_on(answer):
    return re.findall(r"<td[^>]*>(w\d\d)</td>", answer.content.decode())


def walked(page, answer, link):
    found = []
    while True:
        found.append(logins_on(answer))
        following = re.search(rf'href="([^"]+)" rel="{link}"', answer.content.decode())
        if not following:
            return found
        answer = page.get(following[1].replace("&amp;", "&"))


def test_every_row_stands_on_exactly_one_page_both_ways(login, fifty):
    page = login(given.employee("admin"))
    first = page.get(reverse(LIST))
    forth = walked(page, first, "next")
    last = page.get(reverse(LIST), {"sort": "-last_name"})

    everybody = [f"w{number:02}" for number in range(50)]
    assert sorted(chain(*forth)) == everybody
    assert sorted(chain(*walked(page, last, "next"))) == everybody


def test_the_way_back_shows_the_same_pages(login, fifty):
    page = login(given.employee("admin"))
    first = page.get(reverse(LIST))
    following = re.search(r'href="([^"]+)" rel="next"', first.content.decode())[1]
    second = page.get(following.replace("&amp;", "&"))

    back = re.search(r'href="([^"]+)" rel="prev"', second.content.decode())[1]

    assert logins_on(page.get(back.replace("&amp;", "&"))) == logins_on(first)


@pytest.mark.parametrize("query", ["after=x", "after=WzFd", "before=bnVsbA==", "sort=password"])
def test_a_broken_address_shows_the_first_page(login, query):
    page = login(given.employee("admin"))

    assert page.get(f"{reverse(LIST)}?{query}").status_code == 200


def test_a_nul_in_a_filter_is_nobodys_error(login):
    page = login(given.employee("admin"))

    assert page.get(reverse(LIST), {"named": "Ива\x00нов"}).status_code == 200


def test_htmx_gets_the_rows_alone(login, htmx):
    page = login(given.employee("admin"))

    answer = page.get(reverse(LIST), headers=htmx).content.decode()

    assert 'id="list"' in answer
    assert "<html" not in answer


def test_counts_come_by_a_second_request(login, fifty):
    page = login(given.employee("admin"))
    url = reverse("core:list_summary", args=["employees"])

    assert "<strong>51</strong>" in page.get(url).content.decode()
    assert "<strong>33</strong>" in page.get(url, {"named": "иванов"}).content.decode()


def test_a_view_keeps_the_filters_under_a_name_for_its_owner(login):
    olga, vera = given.employee("admin"), given.employee("admin")
    page = login(olga)
    page.post(
        reverse("core:save_view", args=["employees"]), {"name": "Резчики", "query": "named=иванов"}
    )

    view = SavedView.objects.get()
    assert "Резчики" in page.get(reverse(LIST)).content.decode()
    assert "Резчики" not in login(vera).get(reverse(LIST)).content.decode()
    assert login(vera).post(reverse("core:forget_view", args=[view.pk])).status_code == 404

    page.post(reverse("core:forget_view", args=[view.pk]))
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_refused(login):
    answer = login(given.employee("admin")).post(
        reverse("core:save_view", args=["employees"]), {"name": " ", "query": ""}
    )

    assert answer.status_code == 409


@pytest.mark.parametrize("code", sorted(registry.lists))
def test_every_list_is_closed_without_its_right(login, code):
    page = login(given.employee("nobody", may=[]))

    assert page.get(reverse(registry.lists[code].url_name)).status_code == 403
    assert page.get(reverse("core:list_export", args=[code, "csv"])).status_code == 403
    assert page.get(reverse("core:list_summary", args=[code])).status_code == 403


@pytest.mark.parametrize("code", sorted(registry.lists))
def test_every_list_sorts_by_stored_columns_that_an_index_serves(code):
    list_class = registry.lists[code]
    model = list_class(given.employee("director"), {}).rows().model
    for column in list_class.columns:
        if column.sort and model is not Employee:
            field = keyset.field_of(model, column.sort)
            assert field.name in indexed(field.model) or field.db_index or field.unique, column.sort


def indexed(model) -> set[str]:
    """The columns that an index begins with."""
    indexes = [index for index in model._meta.indexes if index.fields]
    whole = [*indexes, *model._meta.total_unique_constraints]
    return {each.fields[0].lstrip("-") for each in whole}


def test_twenty_rows_cost_as_many_queries_as_one(login, fifty):
    page = login(given.employee("admin"))
    page.get(reverse(LIST), {"named": "иванов"})

    with CaptureQueriesContext(connection) as many:
        page.get(reverse(LIST), {"named": "иванов"})
    with CaptureQueriesContext(connection) as one:
        page.get(reverse(LIST), {"named": "яшин03"})

    assert len(many) == len(one)


def test_a_list_names_its_own_page():
    assert registry.lists["employees"] is EmployeeList


def test_the_choices_of_a_filter_are_asked_for_in_one_statement(login):
    given.ad_source()
    page = login(given.employee())

    with CaptureQueriesContext(connection) as asked:
        shown = page.get(reverse("clients:index")).content.decode()

    assert "Сайт" in shown
    assert not [query["sql"] for query in asked if "CURSOR" in query["sql"]]


def test_a_narrowed_list_finds_its_keys_before_it_fetches_what_it_shows(login):
    maria = given.client("Мария")
    page = login(given.employee())

    with CaptureQueriesContext(connection) as asked:
        answer = page.get(reverse("clients:index"), {"text": "мария"})

    assert [line["row"] for line in answer.context["list"].body()] == [maria]
    keys_first = [query["sql"] for query in asked if "LIMIT 21)" in query["sql"]]
    assert len(keys_first) == 1
