from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.pricing import MissingPrice, Rate, calculate, price_of
from catalog.spec import LineSpec, Place, Work
from tests.catalog import shop

D = Decimal


def amounts(quote):
    return [(row.about, row.quantity, row.rate, row.amount) for row in quote.rows]


def test_a_mirror_with_a_facet_costs_its_area_and_its_contour():
    mirror = shop.sheet(600, 800, shop.FACET, quantity=2)

    quote = calculate(mirror, shop.tariff())

    assert amounts(quote) == [
        ("material", D("0.48"), D(2400), D("1152.00")),
        ("work", D("2.80"), D(200), D("560.00")),
    ]
    assert (quote.unit_price, quote.total) == (D(1712), D(3424))


def test_areas_and_lengths_are_rounded_up_to_a_hundredth():
    odd = shop.sheet(601, 801, shop.POLISHED)

    rows = calculate(odd, shop.tariff()).rows

    assert [row.quantity for row in rows] == [D("0.49"), D("2.81")]


def test_a_small_piece_is_billed_as_the_minimum_area():
    small = shop.sheet(100, 100)

    quote = calculate(small, shop.tariff(minimum_area_m2=D("0.25")))

    assert quote.total == D(600)


def test_the_minimum_price_of_a_line_is_shared_by_its_pieces():
    tariff = shop.tariff(minimum_line_amount=D(500))
    one, three, thirty = (shop.sheet(100, 100, quantity=q) for q in (1, 3, 30))

    assert calculate(one, tariff).total == D(500)
    assert calculate(three, tariff).total == D("500.01")
    assert calculate(thirty, tariff).total == D(720)
    assert calculate(one, tariff).rows[-1].about == "minimum"


def test_a_circle_pays_for_its_rectangle_and_for_a_curved_edge():
    circle = shop.sheet(900, 900, shop.POLISHED, shape="circle")

    material, edge = calculate(circle, shop.tariff(figured_factor=D("1.3"))).rows

    assert (material.quantity, material.factor, material.amount) == (
        D("0.81"),
        D("1.3"),
        D("2527.20"),
    )
    assert (edge.quantity, edge.rate, edge.curved) == (D("2.83"), D(340), True)


def test_the_corners_of_a_rounded_piece_are_worked_at_the_curved_rate():
    rounded = shop.sheet(1000, 500, shop.POLISHED, shape="rounded", radius_mm=100)

    _, straight, curved = calculate(rounded, shop.tariff()).rows

    assert (straight.quantity, curved.quantity) == (D("2.20"), D("0.63"))


def test_only_the_named_sides_are_worked():
    shelf = shop.sheet(1000, 250, Work("polish", sides="A"), Work("grind", sides="BCD"))

    _, polished, ground = calculate(shelf, shop.tariff()).rows

    assert (polished.quantity, ground.quantity) == (D("1.00"), D("1.50"))


def test_the_rate_of_the_exact_thickness_wins_over_the_common_one():
    shelf = shop.sheet(1000, 250, shop.POLISHED, item="clear-6")

    assert calculate(shelf, shop.tariff()).rows[1].rate == D(220)


@pytest.mark.parametrize(("width", "rate"), [(10, 200), (15, 200), (20, 260), (30, 330)])
def test_the_rate_of_a_facet_is_that_of_the_narrowest_band_covering_it(width, rate):
    mirror = shop.sheet(600, 800, Work("facet", width_mm=width))

    assert calculate(mirror, shop.tariff()).rows[1].rate == D(rate)


def test_holes_are_priced_by_their_diameter():
    holes = (Place(50, 50, 8), Place(550, 50, 8), Place(300, 700, 40))
    mirror = shop.sheet(600, 800, Work("hole", places=holes))

    _, small, large = calculate(mirror, shop.tariff()).rows

    assert (small.quantity, small.rate) == (2, D(150))
    assert (large.quantity, large.rate) == (1, D(400))


def test_frosting_of_a_part_is_billed_by_that_part():
    mirror = shop.sheet(600, 800, Work("frost", area_m2=D("0.123")))

    assert calculate(mirror, shop.tariff()).rows[1].amount == D("416.00")


def test_the_clients_own_glass_costs_nothing_but_its_work_does():
    own = shop.sheet(600, 800, shop.POLISHED, own_material=True, own_material_note="скол в углу")

    quote = calculate(own, shop.tariff())

    assert quote.rows[0].amount == 0
    assert quote.total == D(504)


def test_urgency_and_discounts_follow_one_another():
    mirror = shop.sheet(1000, 1000, urgency="urgent", quantity=10)
    tariff = shop.tariff(quantity_discounts=((5, D(10)),))

    quote = calculate(mirror, tariff, client_discount=5, order_discount=D("2.5"))

    assert [(row.about, row.amount) for row in quote.rows] == [
        ("material", D(2400)),
        ("urgency", D(720)),
        ("quantity_discount", D(-312)),
        ("client_discount", D("-140.40")),
        ("order_discount", D("-66.69")),
    ]
    assert quote.total == D("26009.10")


def test_a_quantity_discount_never_makes_more_pieces_cheaper_than_fewer():
    tariff = shop.tariff(quantity_discounts=((10, D(20)),))
    nine, ten, twelve = (calculate(shop.sheet(1000, 1000, quantity=q), tariff) for q in (9, 10, 12))

    assert nine.total == ten.total == D(21600)
    assert ten.rows[-1].about == "steady"
    assert twelve.total == 12 * D(1920)


def test_vat_inside_and_on_top_give_the_same_part_of_the_total():
    inside = calculate(shop.sheet(1000, 1000), shop.tariff(vat_percent=D(22)))
    on_top = calculate(shop.sheet(1000, 1000), shop.tariff(vat_percent=D(22), vat_included=False))

    assert (inside.total, inside.vat_amount) == (D(2400), D("432.79"))
    assert (on_top.total, on_top.vat_amount) == (D(2928), D(528))


def test_a_firm_without_vat_has_none_in_its_total():
    assert calculate(shop.sheet(), shop.tariff()).vat_amount == 0


@pytest.mark.parametrize(("up", "price"), [(False, D(1710)), (True, D(1720))])
def test_prices_are_rounded_by_the_rule_of_the_firm(up, price):
    mirror = shop.sheet(600, 800, shop.FACET)

    quote = calculate(mirror, shop.tariff(rounding_step=D(10), rounding_up=up))

    assert quote.unit_price == price
    assert sum(row.amount for row in quote.rows) == price


def test_stained_glass_is_priced_by_the_class_of_complexity():
    door = LineSpec("stained_glass", "class-2", width_mm=700, height_mm=2000, pieces=60)

    assert calculate(door, shop.tariff()).total == D(19600)


def test_services_cost_by_the_piece_or_by_the_metre_and_are_not_rounded():
    delivery = LineSpec("service", "delivery", quantity=2)
    glue_on = LineSpec("service", "glue-on", width_mm=1500, height_mm=1000)
    tariff = shop.tariff(rounding_step=D(1000), minimum_line_amount=D(9999))

    assert calculate(delivery, tariff).total == D(2400)
    assert calculate(glue_on, tariff).total == D(3300)


def test_a_very_tall_piece_pays_a_supplement():
    tall = shop.sheet(1000, 2700)

    quote = calculate(tall, shop.tariff(oversize_from_mm=2600, oversize_percent=D(20)))

    assert quote.rows[1].amount == D(1296)


def test_a_price_that_the_list_does_not_have_is_named():
    rates = {**shop.RATES, ("processing", "polish"): (Rate(D(180)),)}
    circle = shop.sheet(900, 900, shop.POLISHED, shape="circle")

    with pytest.raises(MissingPrice) as missing:
        calculate(circle, shop.tariff(rates=rates))

    assert (missing.value.name, missing.value.curved) == ("Еврокромка", True)


def test_what_a_further_work_costs_does_not_depend_on_the_works_chosen():
    mirror = shop.sheet(600, 800)
    tariff = shop.tariff(minimum_line_amount=D(5000))

    assert price_of(shop.POLISHED, mirror, tariff) == D(504)
    assert price_of(shop.POLISHED, mirror.having(Work("film")), tariff) == D(504)


def test_glass_weighs_two_and_a_half_kilograms_a_millimetre():
    pane = shop.sheet(1000, 1000, item="clear-6", quantity=3)

    assert calculate(pane, shop.tariff()).weight_kg == D(45)
    circle = replace(pane, shape="circle", quantity=1)
    assert calculate(circle, shop.tariff()).weight_kg == D("11.8")
