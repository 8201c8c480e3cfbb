from decimal import Decimal

import pytest

from catalog.spec import LineSpec, Place, Work
from catalog.validation import crosses_itself, problems
from tests.catalog import shop


def fields(spec):
    return [problem.field for problem in problems(spec, shop.ASSORTMENT)]


def test_a_usual_mirror_has_no_problems():
    assert fields(shop.sheet(600, 800, shop.FACET, Work("hole", places=(Place(50, 50, 8),)))) == []


@pytest.mark.parametrize("size", [0, -600, 49, 6001, 10_000_000])
def test_absurd_sizes_are_refused_at_their_field(size):
    assert fields(shop.sheet(size, 800)) == ["width_mm"]
    assert fields(shop.sheet(600, size)) == ["height_mm"]


def test_every_problem_is_named_at_once():
    assert fields(shop.sheet(0, 10_000_000, quantity=0)) == ["quantity", "width_mm", "height_mm"]


def test_an_unknown_item_is_asked_for_first():
    assert fields(shop.sheet(0, 0, item="")) == ["item"]


@pytest.mark.parametrize(
    ("shape", "wrong", "right", "field"),
    [
        ("rounded", {"radius_mm": 301}, {"radius_mm": 300}, "radius_mm"),
        ("rounded", {}, {"radius_mm": 1}, "radius_mm"),
        ("arch", {"radius_mm": 801}, {"radius_mm": 300}, "radius_mm"),
        ("trapezium", {"top_width_mm": 700}, {"top_width_mm": 400}, "top_width_mm"),
        ("circle", {}, {"height_mm": 600}, "height_mm"),
        ("hexagram", {}, {"shape": "oval"}, "shape"),
    ],
)
def test_a_shape_needs_its_own_sizes(shape, wrong, right, field):
    piece = {"kind": "sheet", "item": "mirror-4", "width_mm": 600, "height_mm": 800, "shape": shape}

    assert fields(LineSpec(**{**piece, **wrong})) == [field]
    assert fields(LineSpec(**{**piece, **right})) == []


def test_a_polygon_may_not_cross_itself():
    square = ((0, 0), (0, 500), (500, 500), (500, 0))
    bow = ((0, 0), (500, 500), (500, 0), (0, 500))

    assert not crosses_itself(square)
    assert crosses_itself(bow)
    assert fields(shop.sheet(500, 500, shape="polygon", points=square)) == []
    assert fields(shop.sheet(500, 500, shape="polygon", points=bow)) == ["points"]
    assert fields(shop.sheet(500, 500, shape="polygon", points=square[:2])) == ["points"]


def test_a_polygon_reaches_its_width_and_height():
    triangle = ((0, 0), (0, 500), (400, 0))

    assert fields(shop.sheet(500, 500, shape="polygon", points=triangle)) == ["points"]


@pytest.mark.parametrize("place", [Place(2, 400, 8), Place(700, 400, 8), Place(300, 400, 900)])
def test_a_hole_lies_wholly_inside_the_piece(place):
    assert fields(shop.sheet(600, 800, Work("hole", places=(place,)))) == ["holes"]


def test_a_hole_in_the_corner_of_the_rectangle_is_outside_the_circle():
    hole = Work("hole", places=(Place(60, 60, 8),))

    assert fields(shop.sheet(600, 600, hole)) == []
    assert fields(shop.sheet(600, 600, hole, shape="circle")) == ["holes"]


def test_holes_may_not_overlap():
    overlapping = Work("hole", places=(Place(100, 100, 30), Place(120, 100, 30)))

    assert fields(shop.sheet(600, 800, overlapping)) == ["holes"]


@pytest.mark.parametrize(
    ("work", "field"),
    [
        (Work("facet", width_mm=17), "facet_mm"),
        (Work("polish", sides="AE"), "edge"),
        (Work("frost", area_m2=Decimal("0.5")), "area_frost"),
        (Work("cutout", quantity=0), "work_cutout"),
        (Work("unknown"), "edge"),
    ],
)
def test_a_work_that_cannot_be_is_refused_at_its_field(work, field):
    assert fields(shop.sheet(600, 800, work)) == [field]


def test_a_side_is_worked_once():
    assert fields(shop.sheet(600, 800, Work("polish", "AB"), Work("grind", "BC"))) == ["edge"]
    assert fields(shop.sheet(600, 800, Work("polish", "AB"), Work("grind", "CD"))) == []


def test_the_clients_own_material_is_described():
    assert fields(shop.sheet(600, 800, own_material=True)) == ["own_material_note"]


def test_a_service_needs_no_sizes_unless_it_is_measured():
    assert fields(LineSpec("service", "delivery")) == []
    assert fields(LineSpec("service", "glue-on")) == ["width_mm", "height_mm"]
