"""Who was registered, spoken to and won: each figure opens a list of as many clients."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.models import Client
from core import clock
from interactions.actions import register
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def base():
    """Nine clients of two managers: three untouched, three spoken to, three who have ordered."""
    olga, vera = given.employee(), given.employee()
    for number in range(9):
        by = (olga, vera)[number % 2]
        with clock.at(clock.now() - timedelta(days=9 * number)):
            client = given.client(f"Клиент {number}", f"8 916 000-00-{number:02}", by=by)
        if number % 3 == 1:
            register(client, by=by, channel="call", direction="out", purpose="Познакомиться")
        if number % 3 == 2:
            given.order(by=by, of=client)
    given.planned_call(Client.objects.earliest("pk"), by=olga)
    given.client("Поставщик", by=olga, is_client=False, is_supplier=True)
    given.segment(given.condition("name", "contains", "1"), by=olga, is_shared=True)
    return given.employee("director")


@pytest.mark.parametrize("by", ["kind", "segment", "ad_source", "responsible", "month"])
def test_each_figure_opens_a_list_of_as_many(login, base, by):
    browser = login(base)

    report = browser.get(reverse("core:report", args=["conversion"]), {"by": by}).context["report"]

    cells = [cell for row in report.body() for cell in row if cell["url"]]
    assert cells
    for cell in cells:
        assert browser.get(cell["url"]).context["list"].queryset.count() == cell["value"]
    if by != "segment":
        counted = {code: sum(row[code] for row in report.table) for code in ("clients", "won")}
        assert counted == {"clients": 9, "won": 3}


def test_conversion_is_the_share_of_those_who_have_ordered(login, base):
    browser = login(base)

    report = browser.get(reverse("core:report", args=["conversion"]), {"by": "kind"})

    (line,) = report.context["report"].table
    assert (line["untouched"], line["worked"], line["won"]) == (3, 3, 3)
    assert line["conversion"] == 33.3


def test_the_untouched_are_listed_to_be_shared_out(login, base):
    page = login(base).get(reverse("interactions:potential"), {"chip": "untouched"})

    assert {row["row"].name for row in page.context["list"].body()} == {
        "Клиент 0",
        "Клиент 3",
        "Клиент 6",
    }
    assert reverse("clients:bulk_change") in page.content.decode()
