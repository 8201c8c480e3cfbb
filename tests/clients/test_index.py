import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import given

pytestmark = pytest.mark.django_db
INDEX = "clients:index"


def shown(answer):
    return [row["row"].name for row in answer.context["list"].body()]


def test_the_list_shows_the_newest_first(login):
    olga = given.employee()
    given.client("Первый", by=olga)
    given.client("Вторая", "8 916 111-22-33", by=olga)

    answer = login(olga).get(reverse(INDEX))

    assert shown(answer) == ["Вторая", "Первый"]
    assert "+7\u00a0916\u00a0111-22-33" in answer.content.decode()


def test_filters_narrow_and_stand_in_the_address(login):
    olga, vera = given.employee(), given.employee()
    given.client("ООО «Ромашка»", by=vera, kind="organisation", ad_source=given.ad_source())
    given.client("Мария Светлова", "8 912 345-67-89", by=olga)
    browser = login(olga)

    def of(**query):
        return shown(browser.get(reverse(INDEX), query))

    assert of(text="6789") == of(text="светл") == of(chip="mine") == ["Мария Светлова"]
    assert of(kind="organisation") == of(responsible=vera.pk) == ["ООО «Ромашка»"]
    assert of(ad_source=given.ad_source().pk) == of(chip="organisations") == ["ООО «Ромашка»"]
    assert len(of(chip="new")) == 2
    assert of(text="\x00") == []


def test_names_are_sorted_without_regard_to_case_and_yo(login):
    olga = given.employee()
    for name in ("ёлкин", "Жуков", "Егоров"):
        given.client(name, by=olga)

    assert shown(login(olga).get(reverse(INDEX), {"sort": "folded_name"})) == [
        "Егоров",
        "ёлкин",
        "Жуков",
    ]


def test_figures_stand_in_the_row_and_sums_only_for_those_who_may_see_them(login):
    order = given.order()

    for role, sees in (("manager", True), ("marketing", False)):
        listed = login(given.employee(role)).get(reverse(INDEX)).context["list"]
        codes = {column.code for column in listed.columns}
        assert {"orders_count", "last_order_at"} <= codes
        assert ({"ordered_sum", "debt_sum"} <= codes) == sees
    values = {column.code: column.of(listed.page.rows[0]) for column in listed.columns}
    assert (values["orders_count"], values["last_order_at"]) == (1, order.accepted_at)


def test_pages_follow_each_other_by_name(login):
    olga = given.employee()
    for number in range(25):
        given.client(f"Клиент {number:02}", by=olga)
    browser = login(olga)

    first = browser.get(reverse(INDEX), {"sort": "folded_name"})
    second = browser.get(first.context["list"].next_url())

    assert shown(first)[0] == "Клиент 00"
    assert shown(second) == [f"Клиент {number}" for number in range(20, 25)]


def test_a_number_with_plus_is_no_formula_in_a_table(login):
    olga = given.employee()
    given.client("=cmd|' /C calc'!A0", by=olga)

    answer = login(olga).get(reverse("core:list_export", args=["clients", "csv"]))
    table = b"".join(answer.streaming_content).decode("utf-8-sig")

    assert "'=cmd" in table
    name, phone, *_rest = table.splitlines()[1].split(";")
    assert (name[:2], phone) == ("'=", "8 916 123-45-67")


def test_the_list_costs_the_same_with_one_row_and_with_twenty(login):
    olga = given.employee()
    browser = login(olga)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            browser.get(reverse(INDEX))
        return len(seen)

    given.client(by=olga, ad_source=given.ad_source())
    one = queries()
    for _ in range(19):
        given.client(by=given.employee(), ad_source=given.ad_source())

    assert queries() == one


def test_the_state_of_relations_stands_there_for_who_asks_at_a_fixed_cost(login):
    olga = given.employee()
    for _ in range(3):
        given.client(by=olga)
    given.handed_over_order(of=given.client("Покупатель", by=olga), by=olga)
    browser, chosen = login(olga), "?column=name&column=relation&column=kind"

    with CaptureQueriesContext(connection) as usual:
        browser.get(reverse(INDEX))
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(reverse(INDEX) + chosen)

    assert [head.code for head in page.context["list"].shown_columns] == [
        "name",
        "relation",
        "kind",
    ]
    assert page.content.decode().count(">Потенциальный</td>") == 3
    assert ">Новый</td>" in page.content.decode()
    assert len(asked) <= len(usual) + 2  # the rules in force, and the first ones before any
