"""What the firm pays is kept by those who see costs, and by nobody else."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy

from catalog import actions
from catalog.costing import cost_of
from catalog.models import Material, PurchasePrice
from catalog.tariffs import tariff_on
from core import clock
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


TODAY = clock.today()
MONTH_AGO, TOMORROW = TODAY - timedelta(days=30), TODAY + timedelta(days=1)
URL = reverse_lazy("catalog:purchase_prices", args=["material"])


@pytest.fixture
def mirror():
    given.costs()
    return Material.objects.get(code="mirror-4")


def typed(mirror, amount, day=TODAY):
    return {f"material-{mirror.pk}-amount": amount, "valid_from": day.isoformat()}


def bought(day=TODAY):
    """What a square metre of the mirror costs by the tariff of a day."""
    return tariff_on(day).costs.bought["material", "mirror-4"]


def test_a_price_that_is_typed_is_counted_with_at_once(login, mirror):
    browser = login(given.employee("director"))

    answer = browser.post(URL, typed(mirror, "1 050,50"))

    assert answer.status_code == 302
    assert bought() == Decimal("1050.50") * mirror.waste_factor
    assert bought(MONTH_AGO) == 800


def test_a_price_holds_until_the_next_one(login, mirror):
    browser = login(given.employee("director"))
    browser.post(URL, typed(mirror, "900", TOMORROW))

    assert [bought(MONTH_AGO), bought(), bought(TOMORROW)] == [800, 800, 900]
    (coming,) = [row.bought for row in browser.get(URL).context["form"].rows if row.bought.coming]
    assert (coming.item, coming.coming.amount) == (mirror, 900)


def test_only_what_is_changed_gets_a_price(login, mirror):
    browser = login(given.employee("director"))
    page = browser.get(URL).context["form"]
    same = {f"{row.prefix}-amount": row.initial["amount"] for row in page.rows}

    browser.post(URL, same | typed(mirror, "900"))

    assert PurchasePrice.objects.filter(valid_from=TODAY).count() == 1


def test_what_is_typed_twice_for_a_day_is_corrected(login, mirror):
    browser = login(given.employee("director"))
    browser.post(URL, typed(mirror, "900"))
    browser.post(URL, typed(mirror, ""))

    assert bought() is None
    assert PurchasePrice.objects.get(material=mirror, valid_from=TODAY).amount is None


def test_the_past_is_not_rewritten(login, mirror):
    chief = given.employee("director")
    browser = login(chief)

    answer = browser.post(URL, typed(mirror, "900", MONTH_AGO))

    assert answer.status_code == 422
    old = PurchasePrice.objects.get(material=mirror)
    with pytest.raises(Refused):
        actions.remove_purchase_price(old, by=chief)
    another = PurchasePrice(material=mirror, amount=1, valid_from=MONTH_AGO)
    with pytest.raises(Refused):
        actions.enter_purchase_prices([another], by=chief)
    assert bought(MONTH_AGO) == 800


def test_a_price_to_come_may_be_removed(login, mirror):
    browser = login(given.employee("director"))
    coming = given.bought_for(900, material=mirror, since=TOMORROW)

    browser.post(reverse("catalog:remove_purchase_price", args=[coming.pk]))

    page = browser.get(reverse("catalog:item_purchase_prices", args=["material", mirror.pk]))
    assert [(row.price.amount, row.is_in_force) for row in page.context["rows"]] == [(800, True)]
    assert bought(TOMORROW) == 800


def test_an_order_is_counted_by_the_prices_of_its_acceptance(mirror):
    """Also when it is changed after a rise: the desk sees the margin of the deal that was made."""
    olga = given.employee()
    with clock.at(clock.now() - timedelta(days=10)):
        order = given.order(given.mirror(600, 800), by=olga)
    dearer = given.bought_for(8000, material=mirror, since=TODAY - timedelta(days=5))
    now = given.order(given.mirror(600, 800), by=olga)

    order.refresh_from_db()
    assert now.cost > order.cost
    tariff = tariff_on(clock.today() - timedelta(days=10))
    assert cost_of(given.mirror(600, 800), tariff).total == order.cost
    assert tariff_on(TODAY).costs.bought["material", "mirror-4"] == dearer.amount


def test_the_page_asks_the_same_of_the_database_for_any_number_of_things(
    login, mirror, django_assert_num_queries
):
    browser = login(given.employee("director"))
    browser.get(URL)
    with CaptureQueriesContext(connection) as few:
        browser.get(URL)
    for place in range(5):
        glass = Material.objects.create(
            code=f"glass-{place}", name=f"Стекло {place}", family="clear", thickness_mm=5
        )
        given.bought_for(100, material=glass)
    with django_assert_num_queries(len(few)):
        browser.get(URL)


def test_whoever_keeps_the_price_list_but_sees_no_costs_does_not_meet_them(login):
    given.costs()
    browser = login(given.employee("admin"))
    material = Material.objects.get(code="mirror-4")

    assert browser.get(URL).status_code == 403
    page = browser.get(reverse("company:edit_entry", args=["materials", material.pk]))
    assert "purchase_price" not in page.text
