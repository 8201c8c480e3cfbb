"""The slip for what the client has brought: issued with the order, once, where there is such."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.spec import LineSpec
from core import documents
from tests import given, paper

pytestmark = pytest.mark.django_db


def brought(**fields):
    own = {"own_material": True, "own_material_note": "Скол 3 мм в левом нижнем углу"}
    return replace(given.mirror(), **own, **fields)


def words_of(order):
    printed = documents.pdf_of(documents.latest("own_material_slip", order))
    return re.sub(r"\s+", " ", paper.words_of(printed).replace("\xa0", " "))


def test_what_the_client_left_is_described_as_it_was_accepted():
    order = given.order(given.mirror(500, 500), brought(quantity=2))

    words = words_of(order)

    for due in [
        "о приёмке материала заказчика",
        order.number,
        "Мария Светлова",
        "Скол 3 мм в левом нижнем углу",
        "для изделия 600×800 мм, поз. 2",
        "2 шт.",
        "ст. 714 ГК РФ",
        "М.П.",
    ]:
        assert due in words, due
    assert "500×500" not in words


def test_the_price_that_was_agreed_stands_on_it_and_not_in_the_sum():
    plain, agreed = given.order(brought()), given.order(brought(own_material_price=Decimal("4500")))

    assert "1 шт. Скол 3 мм в левом нижнем углу 4 500,00" in words_of(agreed)
    assert agreed.total == plain.total
    spec = agreed.positions.get().line_spec
    assert (spec.own_material_price, LineSpec.from_json(spec.to_json())) == (4500, spec)


def test_an_order_of_the_firms_material_has_none():
    assert documents.latest("own_material_slip", given.order()) is None
