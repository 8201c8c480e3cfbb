from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from catalog.models import Material, Norm, Price, PriceLevel, PricingPolicy, Processing
from catalog.pricing import MissingPrice, calculate
from catalog.spec import LineSpec, Work
from catalog.tariffs import norms_in_force, tariff_on
from company.models import Stage
from crm.demo import price_list

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def material(code="mirror-4", **fields):
    defaults = {"name": code, "family": "mirror", "thickness_mm": 4}
    return Material.objects.create(code=code, **{**defaults, **fields})


def price(thing, amount, valid_from=date(2026, 1, 1), **fields):
    return Price.objects.create(material=thing, amount=amount, valid_from=valid_from, **fields)


def cost(day, level="retail", item="mirror-4"):
    metre = LineSpec("sheet", item, width_mm=1000, height_mm=1000)
    return calculate(metre, tariff_on(day, level)).total


def test_an_old_date_keeps_its_price_after_a_rise():
    mirror = material()
    price(mirror, 2000, date(2025, 1, 1))
    assert cost(TODAY) == 2000

    price(mirror, 2400, date(2026, 1, 1))
    price(mirror, 2600, date(2027, 1, 1))

    assert cost(date(2025, 12, 31)) == 2000
    assert cost(date(2026, 1, 1)) == cost(TODAY) == 2400
    assert cost(date(2027, 1, 1)) == 2600


def test_before_the_first_price_there_is_none():
    price(material(), 2000, date(2026, 1, 1))

    with pytest.raises(MissingPrice):
        cost(date(2025, 12, 31))


def test_a_level_takes_its_share_or_has_a_price_of_its_own():
    mirror, glass = material(), material("clear-4", family="clear")
    wholesale = PriceLevel.objects.create(code="wholesale", name="Опт", discount_percent=20)
    price(mirror, 2400)
    price(mirror, 1700, level=wholesale)
    price(glass, 1000)

    assert (cost(TODAY), cost(TODAY, "wholesale")) == (2400, 1700)
    assert cost(TODAY, "wholesale", "clear-4") == 800


def test_an_edit_of_the_price_list_is_seen_at_once():
    old = price(material(), 2000)
    assert cost(TODAY) == 2000

    Price.objects.filter(pk=old.pk).update(amount=2100)

    assert cost(TODAY) == 2100


def test_a_calculation_reads_two_rows_while_the_list_is_unchanged(django_assert_num_queries):
    price_list.load(TODAY)
    cost(TODAY, item="mirror-silver-4")

    with django_assert_num_queries(2):
        cost(TODAY, item="mirror-silver-4")


def test_loading_a_tariff_takes_the_same_queries_for_any_number_of_prices():
    mirror = material()
    price(mirror, 2000)
    with CaptureQueriesContext(connection) as with_one_price:
        tariff_on(TODAY)
    Price.objects.bulk_create(
        Price(material=mirror, amount=1, valid_from=date(2026, 2, day)) for day in range(1, 28)
    )

    with CaptureQueriesContext(connection) as with_many:
        tariff_on(TODAY)

    assert len(with_many) == len(with_one_price)
    assert len(with_many) == 17


def test_the_rules_follow_the_date_and_vat_that_of_the_firm():
    PricingPolicy.objects.create(valid_from=date(2025, 1, 1), minimum_line_amount=500)
    PricingPolicy.objects.create(valid_from=date(2026, 6, 1), minimum_line_amount=900)

    assert tariff_on(date(2026, 5, 31)).policy.minimum_line_amount == 500
    assert tariff_on(TODAY).policy.minimum_line_amount == 900
    assert tariff_on(date(2025, 12, 31)).policy.vat_percent == 20
    assert tariff_on(TODAY).policy.vat_percent == 22


def test_one_thing_has_one_price_a_day():
    mirror = material()
    price(mirror, 2000)

    with pytest.raises(IntegrityError), transaction.atomic():
        price(mirror, 2100)


def test_a_price_is_of_exactly_one_thing():
    mirror = material()
    edge = Processing.objects.create(code="edge", name="Кромка", kind="edge", unit="m")

    for wrong in ({}, {"material": mirror, "processing": edge}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Price.objects.create(amount=1, valid_from=TODAY, **wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        price(mirror, -1)


def test_edits_of_a_price_leave_a_trace():
    old = price(material(), 2000)

    old.amount = Decimal(2100)
    old.save()

    amounts = Price.pgh_event_model.objects.order_by("pgh_id").values_list("amount", flat=True)
    assert list(amounts) == [2000, 2100]


def test_an_edited_norm_is_seen_at_once():
    norm = Norm.objects.create(
        stage=Stage.objects.get(code="cutting"), kind="sheet", unit="m2", minutes_per_unit=5
    )
    assert norms_in_force()[0].minutes_per_unit == 5

    norm.minutes_per_unit = 7
    norm.save()

    assert norms_in_force()[0].minutes_per_unit == 7


DEMO_LINES = [
    LineSpec(
        "sheet",
        "mirror-silver-4",
        width_mm=600,
        height_mm=800,
        works=(Work("facet", width_mm=15), Work("mount-hidden", quantity=2)),
        quantity=2,
    ),
    LineSpec(
        "sheet",
        "clear-6",
        width_mm=250,
        height_mm=600,
        works=(Work("edge-polished"), Work("tempering")),
        quantity=3,
    ),
    LineSpec(
        "sheet",
        "mirror-graphite-4",
        shape="circle",
        width_mm=900,
        height_mm=900,
        works=(Work("edge-euro"),),
    ),
    LineSpec("stained_glass", "stained-2", width_mm=700, height_mm=2000, pieces=60),
    LineSpec("service", "installation-glue", width_mm=2000, height_mm=600),
]


@pytest.mark.parametrize("spec", DEMO_LINES)
def test_the_demo_price_list_has_prices_for_two_years_that_rise(spec):
    price_list.load(TODAY)
    days = [date(2025, 1, 15), date(2025, 12, 31), date(2026, 1, 1), TODAY, date(2027, 1, 1)]

    totals = [calculate(spec, tariff_on(day)).total for day in days]

    assert totals == sorted(totals)
    assert totals[0] < totals[-1]


def test_loading_the_demo_price_list_twice_changes_nothing():
    price_list.load(TODAY)
    prices = Price.objects.count()

    price_list.load(TODAY)

    assert Price.objects.count() == prices
