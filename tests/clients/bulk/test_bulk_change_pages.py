"""From the list to the undoing, as a person sees it."""

import pytest
from django.urls import reverse

from clients.actions import bulk as actions
from clients.models import BulkChange
from tests import given
from tests.clients.bulk.changing import clients, said

pytestmark = pytest.mark.django_db


def test_from_the_list_to_the_undoing(login, chief, base):
    page = login(chief)
    chosen = {"pk": [base[0].pk, base[1].pk]}

    form = page.post(reverse("clients:bulk_change"), chosen)
    assert page.get(form["Location"]).context["count"] == 2
    draft = page.post(form["Location"], {"what": "sector", "value": "trade"})
    assert "2" in page.get(draft["Location"]).content.decode()
    found = BulkChange.objects.get()
    page.post(reverse("clients:run_bulk_change", args=[found.pk]))
    assert said("sector").count("trade") == 2

    listed = page.get(reverse("clients:bulk_changes")).content.decode()
    assert found.title in listed
    page.post(reverse("clients:undo_bulk_change", args=[found.pk]))
    assert said("sector").count("trade") == 0


def test_everything_the_filter_finds_is_chosen(login, chief, base):
    address = f"{reverse('clients:bulk_change')}?text=Клиент+2"

    page = login(chief)
    page.post(address, {"what": "note", "value": "Проверен"})

    assert BulkChange.objects.get().pks == [base[2].pk]


def test_every_change_has_a_field_to_fill_in(login, chief, base):
    page = login(chief)
    first = page.get(reverse("clients:bulk_change"))

    for code, _label in first.context["form"].fields["what"].choices:
        assert page.get(reverse("clients:bulk_change"), {"what": code}).status_code == 200, code


def test_a_draft_is_nobody_elses(login, chief, base):
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")

    answer = login(given.employee("director")).get(found.get_absolute_url())

    assert answer.status_code == 404


@pytest.mark.parametrize("count", [2, 12])
def test_the_preview_costs_the_same_for_any_number(
    login, chief, django_assert_max_num_queries, count
):
    for number in range(count):
        given.client(f"Клиент {number}", by=chief)
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")
    page = login(chief)

    with django_assert_max_num_queries(24):
        page.get(found.get_absolute_url())
