"""From an order to the next one of the list it was opened from, and back."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from clients.models import Client
from orders import actions
from tests import given

pytestmark = pytest.mark.django_db


def rows_of(browser, **query):
    answer = browser.get(reverse("orders:index"), query)
    return answer.context["list"].body()


def opened(browser, url):
    """The order's page, and the neighbours it asks for."""
    page = browser.get(url)
    asked = page.context["way_back"].neighbours_url
    beside = browser.get(asked).content.decode() if asked else ""
    found = re.findall(r'href="([^"]+)" rel="(prev|next)"', beside)
    return page, {name: address.replace("&amp;", "&") for address, name in found}


@pytest.fixture
def three(olga):
    """As the list shows them: the newest first."""
    return [given.order(given.mirror(500 + each), by=olga) for each in range(3)][::-1]


def test_one_walks_through_the_list_both_ways(login, olga, three):
    browser = login(olga)
    shown, url = [], rows_of(browser)[0]["url"]
    while url:
        page, beside = opened(browser, url)
        shown.append(page.context["order"])
        url = beside.get("next")

    assert shown == three
    _, beside = opened(browser, rows_of(browser)[1]["url"])
    assert urlsplit(beside["prev"]).path == three[0].get_absolute_url()


def test_the_filters_and_the_sorting_hold(login, olga, three):
    dear = given.order(given.mirror(1900), by=olga)
    query = {"sort": "total", "sum_to": "1900", "chip": "in_work"}
    browser = login(olga)

    rows = rows_of(browser, **query)
    _, beside = opened(browser, rows[-1]["url"])

    assert dear not in [line["row"] for line in rows]
    assert list(beside) == ["prev"]
    assert parse_qs(parse_qs(urlsplit(beside["prev"]).query)["from"][0]) == {
        name: [value] for name, value in query.items()
    }


def test_the_way_back_leads_to_the_row_of_the_list_as_it_was(login, olga, three):
    browser = login(olga)
    url = rows_of(browser, chip="in_work")[1]["url"]

    page, _ = opened(browser, url)

    assert page.context["way_back"].back == (
        f"{reverse('orders:index')}?chip=in_work#row-{three[1].pk}"
    )
    assert f'id="row-{three[1].pk}"' in browser.get(page.context["way_back"].back).content.decode()


def test_an_order_that_has_left_the_list_still_leads_on(login, olga, three):
    browser = login(olga)
    url = rows_of(browser, chip="in_work")[1]["url"]

    actions.cancel(three[1], by=olga, ground="Передумали")
    _, beside = opened(browser, url)

    assert urlsplit(beside["next"]).path == three[2].get_absolute_url()
    assert urlsplit(beside["prev"]).path == three[0].get_absolute_url()


def test_opened_from_elsewhere_it_leads_to_the_whole_list(login, olga, three):
    page, beside = opened(login(olga), three[1].get_absolute_url())

    assert beside == {}
    assert page.context["way_back"].back == reverse("orders:index")


def test_a_strange_query_does_no_harm(login, olga, three):
    page = login(olga).get(three[1].get_absolute_url(), {"from": '//evil.example?a="><script>'})

    assert page.context["way_back"].back.startswith(reverse("orders:index") + "?")
    assert "<script>" not in page.context["way_back"].back


def test_another_office_is_walked_past(login, olga, three):
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
    theirs = given.order(by=elsewhere)
    address = reverse("core:list_neighbours", args=["orders", theirs.pk])

    assert login(olga).get(address).status_code == 404


def test_clients_are_walked_through_the_same_way(login, olga):
    for name in ("Анна", "Борис"):
        given.client(name, f"+7 903 000-00-0{len(name)}", by=olga)
    browser = login(olga)
    answer = browser.get(reverse("clients:index"), {"sort": "folded_name"})

    page = browser.get(answer.context["list"].body()[0]["url"])
    beside = browser.get(page.context["way_back"].neighbours_url).content.decode()

    assert page.context["client"].name == "Анна"
    assert Client.objects.get(name="Борис").get_absolute_url() in beside


def test_neighbours_are_found_in_few_queries(login, olga, three, django_assert_max_num_queries):
    browser = login(olga)
    address = reverse("core:list_neighbours", args=["orders", three[1].pk])
    browser.get(address)

    with django_assert_max_num_queries(7):
        browser.get(address)
