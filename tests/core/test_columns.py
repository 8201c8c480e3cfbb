"""Columns of a list are chosen and put in order, kept under a name, and shared with a role."""

import csv

import pytest
from django.urls import reverse

from core import cells, registry
from core.models import HomeView, SavedView
from tests import given

pytestmark = pytest.mark.django_db
CLIENTS = "clients:index"


def heads(answer):
    return [head["column"].code for head in answer.context["list"].heads()]


def keep(page, query="", name="Мой вид", **fields):
    typed = {"name": name, "query": query, **fields}
    return page.post(reverse("core:save_view", args=["clients"]), typed)


def test_the_chosen_columns_stand_in_their_order(login, olga):
    given.client(by=olga)

    answer = login(olga).get(reverse(CLIENTS), {"column": ["created_at", "name"]})

    assert heads(answer) == ["created_at", "name"]
    assert answer.content.decode().index("<tbody>") > 0


def test_unheard_of_columns_show_all(login, olga):
    page = login(olga)

    assert heads(page.get(reverse(CLIENTS), {"column": "password"})) == heads(
        page.get(reverse(CLIENTS))
    )


def test_hidden_columns_leave_the_export_too(login, olga):
    given.client("Мария Светлова", by=olga)
    url = reverse("core:list_export", args=["clients", "csv"])

    answer = login(olga).get(url, {"column": ["kind", "name"]})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")

    head, row = csv.reader(text.splitlines(), delimiter=";")
    assert len(head) == 2
    assert row == ["Частное лицо", "Мария Светлова"]


def test_columns_stay_when_the_list_is_filtered_or_sorted(login, olga):
    given.client(by=olga)

    page = login(olga).get(reverse(CLIENTS), {"column": ["name", "kind"]}).content.decode()

    assert page.count('name="column" value="kind"') == 2  # with the filters, and in the choice
    assert "column=name&amp;column=kind&amp;sort=folded_name" in page


def test_a_view_keeps_columns_and_sorting(login, olga):
    page = login(olga)

    answer = keep(page, "column=name&column=debt_sum&sort=-summary__debt_sum")

    assert heads(page.get(answer.url)) == ["name", "debt_sum"]


def test_a_view_for_a_role_is_seen_by_all_of_it_and_by_nobody_else(login, olga, director):
    foreman = given.employee("marketing")

    keep(login(director), "chip=mine", "Мои клиенты", role=olga.role_id)

    assert "Мои клиенты" in login(olga).get(reverse(CLIENTS)).content.decode()
    assert "Мои клиенты" not in login(foreman).get(reverse(CLIENTS)).content.decode()


def test_only_who_has_the_right_keeps_and_forgets_views_of_roles(login, olga, director):
    assert keep(login(olga), role=olga.role_id).status_code == 403
    keep(login(director), role=olga.role_id)
    view = SavedView.objects.get()
    forget = reverse("core:forget_view", args=[view.pk])

    assert login(olga).post(forget).status_code == 404
    assert login(director).post(forget).status_code == 302
    assert not SavedView.objects.exists()


def test_a_roles_view_shows_nobody_what_is_not_for_them(login, director):
    looker = given.employee(may=["clients.view_client"])
    given.order(paid=100)
    query = "column=name&column=debt_sum&sort=-summary__debt_sum"
    keep(login(director), query, role=looker.role_id)

    answer = login(looker).get(f"{reverse(CLIENTS)}?{SavedView.objects.get().query}")

    assert heads(answer) == ["name"]
    assert answer.context["list"].sort == "-created_at"


def test_a_person_begins_with_a_view_of_their_choice(login, olga):
    page = login(olga)
    assert page.get(reverse("core:home")).url == reverse("today")
    keep(page, "chip=mine")
    view = SavedView.objects.get()

    page.post(reverse("core:begin_with_view", args=[view.pk]))
    assert page.get(reverse("core:home")).url == f"{reverse(CLIENTS)}?chip=mine"

    page.post(reverse("core:begin_with_view", args=[view.pk]))
    assert page.get(reverse("core:home")).url == reverse("today")


def test_nobody_begins_with_what_is_not_theirs(login, olga, director):
    keep(login(director), "chip=mine")
    view = SavedView.objects.get()

    assert login(olga).post(reverse("core:begin_with_view", args=[view.pk])).status_code == 404
    HomeView.objects.create(employee=olga, view=view)
    assert login(olga).get(reverse("core:home")).url == reverse("today")


def test_clients_are_sorted_by_what_they_have_ordered_page_after_page(login, olga):
    clients = [given.client(f"Клиент {n}", f"8 916 000-00-{n:02}", by=olga) for n in range(3)]
    orders = [given.order(by=olga, of=client) for client in clients]
    given.order(by=olga, of=orders[1].client)
    for number in range(25):
        given.client(f"Новый {number}", f"8 916 111-11-{number:02}", by=olga)
    page = login(olga)

    for sort in ("summary__orders_count", "summary__ordered_sum", "summary__last_order_sort"):
        for sign in ("-", ""):
            answer = page.get(reverse(CLIENTS), {"sort": f"{sign}{sort}"})
            seen = [row["row"] for row in answer.context["list"].body()]
            following = answer.context["list"].next_url()
            assert following
            seen += [row["row"] for row in page.get(following).context["list"].body()]
            assert len({row.pk for row in seen}) == len(seen) == 28
            values = [getattr(row.summary, sort.split("__")[1]) for row in seen]
            assert values == sorted(values, reverse=sign == "-")
    newest = page.get(reverse(CLIENTS), {"sort": "-summary__orders_count"})
    assert newest.context["list"].body()[0]["row"] == orders[1].client


PLAIN = {"text", "short", "status"}


def test_every_column_is_of_a_kind_that_is_written():
    """What no kind tells is shown as Python says it: a moment with its microseconds."""
    found = {
        (page.code, column.code): column.kind
        for page in registry.lists.values()
        for column in page.columns
    }
    assert {
        place: kind for place, kind in found.items() if kind not in PLAIN | cells.WRITTEN.keys()
    } == {}


def test_a_number_with_hyphens_is_not_torn_in_two_and_a_name_may_be():
    assert "nowrap" in cells.written("strong", "СЧ-2026-000123")
    assert "nowrap" not in cells.written("strong", "ООО «Ромашка»")
    assert "nowrap" not in cells.written("strong", "statement-of-the-whole-year-2026.txt")
