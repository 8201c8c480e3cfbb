"""What a line costs the firm, and what margin is left of its price."""

from dataclasses import replace
from decimal import Decimal

from catalog.costing import Deal, Sold, cost_of, deal_of
from catalog.norms import NormFacts
from catalog.pricing import Costs
from catalog.spec import LineSpec, Work
from tests.catalog import shop

D = Decimal

NORMS = (
    NormFacts("cutting", 10, "piece", D(10), D(5), kind="sheet"),
    NormFacts("facet", 30, "m", D(12), processing="facet"),
)
COSTS = Costs(
    {
        ("material", "mirror-4"): D(800) * D("1.15"),
        ("glass_class", "class-2"): D(3000),
        ("product", "delivery"): D(500),
        ("processing", "film"): D(90),
    },
    work_hour=D(600),
    margin_floor=D(20),
    norms=NORMS,
)
TARIFF = replace(shop.tariff(), costs=COSTS)


def deal(**fields) -> Deal:
    usual = {"before": D(1000), "by_hand": D(0), "net": D(1000), "cost": D(600), "floor": D(20)}
    return Deal(**usual | fields)


def test_material_is_the_rectangle_with_its_waste_and_work_is_by_the_norms():
    cost = cost_of(shop.sheet(600, 800, shop.FACET, quantity=2), TARIFF)

    assert cost.material == D("883.20")  # 2 × 0,48 m² × 800 × 1,15
    assert cost.work == D("930.00")  # 5 + 2 × 10 min, 2 × 2,8 m × 12 min: 93 min, 10 a minute
    assert cost.total == D("1813.20")
    assert cost.unknown == ()


def test_a_figured_piece_uses_up_the_rectangle_it_is_cut_from():
    oval, rectangle = shop.sheet(600, 800, shape="oval"), shop.sheet(600, 800)
    assert cost_of(oval, TARIFF).material == cost_of(rectangle, TARIFF).material


def test_what_a_processing_uses_up_is_material_too():
    plain, filmed = shop.sheet(600, 800), shop.sheet(600, 800, Work("film"))
    assert cost_of(filmed, TARIFF).material - cost_of(plain, TARIFF).material == D("43.20")


def test_the_clients_own_material_costs_the_firm_only_work():
    cost = cost_of(shop.sheet(600, 800, own_material=True), TARIFF)
    assert (cost.material, cost.work, cost.unknown) == (0, D("150.00"), ())


def test_stained_glass_and_services_have_prices_of_their_own():
    window = LineSpec("stained_glass", "class-2", width_mm=1000, height_mm=500)
    assert cost_of(window, TARIFF).total == D("1500.00")
    assert cost_of(LineSpec("service", "delivery"), TARIFF).total == D("500.00")


def test_what_nobody_has_priced_is_named_and_not_taken_for_free():
    assert cost_of(shop.sheet(item="clear-6"), TARIFF).unknown == ("Стекло М1 6 мм",)

    without_hours = replace(TARIFF, costs=replace(COSTS, work_hour=None))
    assert cost_of(shop.sheet(), without_hours).unknown == ("",)


def test_the_margin_is_of_the_sum_without_vat_before_and_after_the_discount():
    sold = [Sold(shop.sheet(600, 800, shop.FACET), D("1800.00"))]
    found = deal_of(sold, TARIFF, order_discount=10)

    assert (found.before, found.net) == (D("2000.00"), D("1800.00"))
    assert found.cost == D("931.60")
    assert (found.margin_before, found.margin) == (D("53.4"), D("48.2"))


def test_the_margin_of_an_order_with_something_unknown_is_not_known():
    sold = [Sold(shop.sheet(), D(2000)), Sold(shop.sheet(item="clear-6"), D(2000))]
    found = deal_of(sold, TARIFF)

    assert (found.margin, found.margin_before, found.most_discount) == (None, None, None)


def test_a_discount_goes_as_far_as_the_threshold_and_not_a_tenth_further():
    assert deal(cost=D(600)).most_discount == D("25.0")  # 750 - 600 is 20 % of 750
    assert deal(cost=D(601)).most_discount == D("24.8")
    assert deal(cost=D(801)).most_discount == 0
    assert deal(floor=None).most_discount is None


def test_what_is_priced_by_hand_helps_to_hold_the_threshold_and_is_not_discounted():
    found = deal(before=D(1000), by_hand=D(400), cost=D(600))
    assert found.most_discount == D("41.6")  # of the other 600 at least 350 must be left

    assert deal(before=D(1000), by_hand=D(1000)).most_discount == 0
