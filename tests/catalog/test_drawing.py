import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from catalog.drawing import THUMB, draw
from catalog.spec import LineSpec, Place, Work
from tests.catalog import shop

HOLES = Work("hole", places=(Place(50, 50, 8), Place(550, 50, 30)))
HOUSE = ((0, 0), (600, 0), (600, 400), (300, 800), (0, 400))
MIRROR = shop.sheet(600, 800, shop.FACET, HOLES, Work("frost"), Work("cutout", quantity=2))
SHAPED = [
    MIRROR,
    replace(MIRROR, shape="rounded", radius_mm=100),
    replace(MIRROR, shape="arch", radius_mm=300),
    replace(MIRROR, shape="oval"),
    replace(MIRROR, shape="circle", height_mm=600),
    replace(MIRROR, shape="trapezium", top_width_mm=400),
    replace(MIRROR, shape="polygon", points=HOUSE),
    replace(MIRROR, shape="polygon", points=HOUSE[::-1]),
    replace(MIRROR, shape="sketch"),
    LineSpec("stained_glass", "class-2", width_mm=700, height_mm=2000),
]


def words(svg):
    return [node.text for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("text")]


@pytest.mark.parametrize("spec", SHAPED)
@pytest.mark.parametrize("size", ["full", "thumb"])
def test_every_shape_is_a_picture_that_the_security_policy_allows(spec, size):
    svg = draw(spec, shop.ASSORTMENT, size)

    assert len(ElementTree.fromstring(svg)) > 1
    assert not re.search(r"\b(id|style|onload|href)=", svg)
    assert "nan" not in svg


def test_the_picture_says_sizes_holes_and_works():
    said = words(draw(MIRROR, shop.ASSORTMENT))

    assert {"600", "800", "A", "B", "C", "D", "1", "2"} <= set(said)
    assert any("Ø 30" in each and "550" in each for each in said)
    assert any("Фацет 15" in each for each in said)


def test_sides_are_named_where_they_are_worked_differently():
    shelf = shop.sheet(1000, 300, Work("polish", sides="A"), Work("grind", sides="BCD"))

    said = words(draw(shelf, shop.ASSORTMENT))

    assert "A: Еврокромка" in said
    assert "B, C, D: Шлифовка" in said


def test_a_polygon_can_be_cut_by_the_corners_it_names():
    house = replace(MIRROR, shape="polygon", points=HOUSE, works=())

    said = words(draw(house, shop.ASSORTMENT))

    assert any("0, 0; 600, 0; 600, 400; 300, 800" in each for each in said)
    assert "0, 400" in said


def test_the_thumb_has_no_words():
    assert words(draw(MIRROR, shop.ASSORTMENT, THUMB)) == []


def test_names_cannot_break_out_of_the_picture():
    evil = replace(shop.PROCESSINGS[0], name='<script>"&')
    assortment = replace(shop.ASSORTMENT, processings={"polish": evil})

    svg = draw(shop.sheet(600, 800, shop.POLISHED), assortment, label='"><script>')

    assert "<script" not in svg
    assert '<script>"&' in words(svg)


def test_services_have_no_picture():
    assert draw(LineSpec("service", "delivery"), shop.ASSORTMENT) == ""
