import pytest

from catalog.departures import departure
from catalog.spec import LineSpec, Place, Work
from catalog.trade import warnings
from tests.catalog import shop

TEMPER = Work("temper")


def codes(spec):
    return [warning.code for warning in warnings(spec, shop.ASSORTMENT)]


def asking_for_a_reason(spec):
    return [each.code for each in warnings(spec, shop.ASSORTMENT) if each.needs_reason]


def tempered(*works, width_mm=600, height_mm=800, item="clear-6"):
    return shop.sheet(width_mm, height_mm, shop.POLISHED, TEMPER, *works, item=item)


def drilled(*places):
    return Work("hole", places=tuple(Place(*place) for place in places))


def test_a_usual_mirror_and_a_usual_shelf_raise_no_warning():
    assert codes(shop.sheet(600, 800, shop.FACET, drilled((50, 50, 8)))) == []
    assert codes(tempered(drilled((50, 50, 8)))) == []


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        (tempered(item="mirror-4"), "tempered_mirror"),
        (tempered(width_mm=90), "tempered_small"),
        (shop.sheet(600, 800, TEMPER, item="clear-6"), "tempered_raw_edge"),
        (tempered(drilled((300, 14, 8))), "hole_edge"),
        (tempered(drilled((20, 20, 8))), "hole_corner"),
        (tempered(drilled((300, 400, 8), (318, 400, 8))), "hole_hole"),
        (tempered(drilled((300, 400, 5))), "hole_narrow"),
        (shop.sheet(600, 800, Work("facet", width_mm=10), item="clear-3"), "facet_thin"),
        (shop.sheet(100, 800, Work("facet", width_mm=30)), "facet_wide"),
        (shop.sheet(600, 800, Work("film"), item="clear-6"), "unsuitable_film"),
        (shop.sheet(2400, 2400), "sheet_size"),
        (shop.sheet(1500, 1500, item="clear-6"), "heavy"),
    ],
)
def test_the_trade_warns(spec, code):
    assert code in codes(spec)
    assert all(departure(each, "так надо") != "так надо" for each in asking_for_a_reason(spec))


def test_a_warning_set_aside_is_still_named_beside_its_reason():
    assert departure("tempered_mirror", "клиент просит") == "закалка зеркала: клиент просит"
    assert departure("unsuitable_film", "образец") == "обработка не для этого материала: образец"


def test_the_pieces_of_stained_glass_tell_its_class():
    door = LineSpec("stained_glass", "class-2", width_mm=1000, height_mm=1000, pieces=10)

    (warning,) = warnings(door, shop.ASSORTMENT)

    assert "Класс 1" in warning.sentence
