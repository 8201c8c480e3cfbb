"""Payment terms of a group of organisations: who sets them, where they stand."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients import actions
from clients.actions.bulk import prepare_bulk_change
from clients.bulk import work
from clients.models import Client
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return given.client_group("Стройкомплект")


def organisation(name, group=None, **fields):
    return given.client(name, kind="organisation", group=group, **fields)


def test_a_director_sets_terms_for_all_organisations_of_a_group(login, group):
    by_group = organisation("ООО «Север»", group)
    organisation("ООО «Юг»", group, deferral_days=3)
    browser = login(given.employee("director"))

    answer = browser.post(
        reverse("clients:set_group_terms", args=[group.pk]),
        {"deferral_days": "14", "deferral_unit": "days", "credit_limit": "100 000"},
        follow=True,
    )

    group.refresh_from_db()
    assert (group.deferral_days, group.credit_limit) == (14, Decimal(100_000))
    told = {client.name: terms for client, terms in answer.context["members"]}
    assert told == {
        "ООО «Север»": ("14 календарных дней", group),
        "ООО «Юг»": ("3 рабочих дня", None),
    }
    assert "14 календарных дней" in browser.get(by_group.get_absolute_url()).text


def test_the_desk_sees_a_group_and_does_not_set_its_terms(login, group):
    olga = given.employee()
    browser = login(olga)

    page = browser.get(group.get_absolute_url())

    address = reverse("clients:set_group_terms", args=[group.pk])
    assert page.status_code == 200
    assert address not in page.text
    assert browser.get(address).status_code == 403
    terms = {"deferral_days": 90, "deferral_unit": "days", "credit_limit": None}
    with pytest.raises(PermissionDenied):
        actions.set_group_terms(group, by=olga, **terms)


def test_nobody_gets_a_deferral_by_being_put_into_a_group(login):
    olga, chief = given.employee(), given.employee("director")
    group = given.client_group(days=30)
    client = organisation("ООО «Север»", by=olga)

    with pytest.raises(Refused):
        actions.change(client, by=olga, version=client.version, group=group)
    actions.change(client, by=chief, version=client.version, group=group)

    assert Client.objects.get(pk=client.pk).group == group
    actions.change(client, by=olga, version=client.version, group=group, note="Звонить утром")


def test_a_bulk_change_gives_no_deferral_either():
    olga = given.employee(may=[*work.RIGHTS, "clients.view_client"])
    group = given.client_group(days=30)
    organisation("ООО «Север»", by=olga)

    with pytest.raises(Refused, match="отсрочка"):
        prepare_bulk_change(Client.objects.all(), by=olga, what="group", value=group.pk)


def test_the_page_of_a_group_costs_the_same_for_any_number(
    login, group, django_assert_max_num_queries
):
    for place in range(6):
        organisation(f"ООО «{place}»", group, phone=f"+7 916 000-00-0{place}")
    browser = login(given.employee("director"))
    browser.get(group.get_absolute_url())

    with django_assert_max_num_queries(6):
        browser.get(group.get_absolute_url())
