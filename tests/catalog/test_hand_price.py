"""A price that a person has set instead of the calculation."""

import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import wording
from catalog.pricing import Row, at_hand_price, calculate
from catalog.spec import LineSpec
from tests.catalog import shop
from tests.catalog.test_pricing_properties import lines, percents, tariffs

D = Decimal
prices = st.decimals(0, 999_999, places=2)
quiet = settings(max_examples=100, deadline=None)


def test_it_stands_in_the_explanation_instead_of_the_calculated_one():
    line = LineSpec("sheet", "mirror-4", width_mm=600, height_mm=800, quantity=3)
    calculated = calculate(line, shop.tariff())

    quote = at_hand_price(calculated, D("333.33"))

    assert (quote.unit_price, quote.total) == (D("333.33"), D("999.99"))
    assert quote.calculated_price == calculated.unit_price
    said = wording.explained(quote.rows)[-1].sentence.replace("\xa0", " ")
    assert said.startswith("Цена назначена вручную вместо ")


@quiet
@given(lines(), tariffs(), percents, prices)
def test_the_sum_is_exact_to_the_kopeck_and_no_discount_touches_it(line, tariff, discount, price):
    plain = at_hand_price(calculate(line, tariff), price)
    lowered = at_hand_price(calculate(line, tariff, order_discount=discount), price)

    assert plain.total == lowered.total == price * line.quantity
    for quote in (plain, lowered):
        assert sum(row.amount for row in quote.rows) == price
        assert 0 <= quote.vat_amount <= quote.total


@quiet
@given(lines(), tariffs(), prices)
def test_its_explanation_is_stored_and_said_again(line, tariff, price):
    rows = at_hand_price(calculate(line, tariff), price).rows

    read = tuple(Row.from_json(json.loads(json.dumps(row.to_json()))) for row in rows)

    assert read == rows
    assert wording.formula(read) == wording.formula(rows)
