"""What holds for every line: never negative, grows with size and quantity, adds up, is stored."""

import json
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.pricing import Row, calculate
from catalog.spec import LineSpec, Place, Work
from tests.catalog import shop

D = Decimal
SHAPES = ["rectangle", "rounded", "circle", "oval", "arch", "trapezium", "sketch"]
sizes = st.integers(50, 3000)
percents = st.decimals(0, 100, places=2)
quantities = st.integers(1, 60)
quiet = settings(max_examples=100, deadline=None)


@st.composite
def works(draw):
    found = [Work(draw(st.sampled_from(["polish", "grind"])))] if draw(st.booleans()) else []
    if draw(st.booleans()):
        found.append(Work("facet", width_mm=draw(st.sampled_from([10, 15, 20, 30]))))
    if draw(st.booleans()):
        found.append(Work("hole", width_mm=draw(st.integers(4, 60)), quantity=draw(quantities)))
    if draw(st.booleans()):
        found.append(Work("frost", area_m2=draw(st.none() | st.just(D("0.002")))))
    return tuple(found)


@st.composite
def shaped(draw):
    width, height = draw(sizes), draw(sizes)
    shape = draw(
        st.sampled_from(["rectangle", "rounded", "circle", "oval", "arch", "trapezium", "sketch"])
    )
    more = {}
    if shape == "rounded":
        more["radius_mm"] = draw(st.integers(1, min(width, height) // 2))
    if shape == "arch":
        more["radius_mm"] = draw(st.integers(1, height))
    if shape == "trapezium":
        more["top_width_mm"] = draw(st.integers(1, width))
    if shape == "circle":
        height = width
    return {"shape": shape, "width_mm": width, "height_mm": height, **more}


@st.composite
def lines(draw):
    return LineSpec(
        "sheet",
        draw(st.sampled_from(["mirror-4", "clear-6", "clear-3"])),
        works=draw(works()),
        quantity=draw(quantities),
        urgency=draw(st.sampled_from(["", "urgent"])),
        own_material=draw(st.booleans()),
        **draw(shaped()),
    )


@st.composite
def tariffs(draw):
    starts = sorted(draw(st.sets(st.integers(2, 50), max_size=3)))
    return shop.tariff(
        quantity_discounts=tuple((start, draw(percents)) for start in starts),
        minimum_area_m2=draw(st.sampled_from([D(0), D("0.1"), D("0.25")])),
        minimum_line_amount=draw(st.decimals(0, 3000, places=2)),
        rounding_step=draw(st.sampled_from([D("0.01"), D(1), D(10)])),
        rounding_up=draw(st.booleans()),
        oversize_from_mm=draw(st.none() | st.just(2600)),
        oversize_percent=D(20),
        vat_percent=draw(st.none() | st.just(D(22))),
        vat_included=draw(st.booleans()),
    )


@quiet
@given(lines(), tariffs(), percents, percents)
def test_a_price_is_never_negative_and_its_rows_add_up_to_the_kopeck(line, tariff, client, order):
    quote = calculate(line, tariff, client_discount=client, order_discount=order)

    assert quote.total >= 0
    assert sum(row.amount for row in quote.rows) * line.quantity == quote.total
    assert quote.total == quote.total.quantize(D("0.01"))
    assert 0 <= quote.vat_amount <= quote.total


@quiet
@given(lines(), tariffs(), percents, st.integers(0, 500), st.integers(0, 500))
def test_a_larger_piece_never_costs_less(line, tariff, discount, wider, taller):
    if line.shape == "circle":
        taller = wider
    larger = replace(line, width_mm=line.width_mm + wider, height_mm=line.height_mm + taller)

    prices = [calculate(each, tariff, client_discount=discount).total for each in (line, larger)]

    assert prices == sorted(prices)


@quiet
@given(lines(), tariffs(), percents, st.integers(1, 30))
def test_more_pieces_never_cost_less(line, tariff, discount, more):
    several = replace(line, quantity=line.quantity + more)

    prices = [calculate(each, tariff, order_discount=discount).total for each in (line, several)]

    assert prices == sorted(prices)


@quiet
@given(lines(), tariffs(), works())
def test_more_work_never_costs_less(line, tariff, added):
    plain = replace(line, works=())

    assert calculate(plain, tariff).total <= calculate(plain.having(*added), tariff).total


places = st.builds(Place, st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 200))
free_works = st.builds(
    Work,
    st.text(min_size=1),
    sides=st.text("ABCDO", max_size=4),
    width_mm=st.none() | st.integers(1, 100),
    places=st.lists(places, max_size=3).map(tuple),
    quantity=st.integers(1, 99),
    area_m2=st.none() | st.decimals(0, 9, places=3),
)


@quiet
@given(lines(), st.lists(free_works, max_size=4).map(tuple), st.text())
def test_a_stored_line_is_read_back_as_it_was(line, its_works, note):
    line = replace(line, works=its_works, note=note, points=((0, 0), (100, 0), (0, 100)))

    assert LineSpec.from_json(json.loads(json.dumps(line.to_json()))) == line


@quiet
@given(lines(), tariffs())
def test_a_stored_explanation_is_read_back_as_it_was(line, tariff):
    rows = calculate(line, tariff).rows

    assert tuple(Row.from_json(json.loads(json.dumps(row.to_json()))) for row in rows) == rows
