from decimal import Decimal

import pytest
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from catalog.line_form import LineForm
from catalog.line_reading import written
from catalog.naming import describe
from catalog.spec import LineSpec, Place, Work
from tests.catalog import shop

TARIFF = shop.tariff()
MIRROR = {"item": "Зеркало серебро 4 мм", "width_mm": "600", "height_mm": "800"}


def typed(**fields):
    data = QueryDict(mutable=True)
    data.update(MultiValueDict({f"line-0-{name}": [value] for name, value in fields.items()}))
    return LineForm(data, prefix="line-0", tariff=TARIFF)


def read_of(**fields):
    form = typed(**fields)
    assert form.is_valid(), form.errors
    return form.spec


def test_a_usual_mirror_with_a_facet_takes_four_entries():
    assert read_of(**MIRROR, facet_mm="15") == shop.sheet(600, 800, shop.FACET)


@pytest.mark.parametrize("words", ["зеркало серебро 4 мм", "сер 4", "зер  СЕР", "ЗЕРКАЛО "])
def test_an_item_is_found_by_the_beginnings_of_its_words(words):
    assert read_of(**{**MIRROR, "item": words}).item == "mirror-4"


def test_an_item_that_fits_several_or_none_is_asked_again():
    several, none = typed(**{**MIRROR, "item": "стекло"}), typed(**{**MIRROR, "item": "фанера"})

    assert "Стекло М1 6 мм" in several.errors["item"][0]
    assert "item" in none.errors


def test_two_sizes_typed_as_one_stand_in_their_fields():
    form = typed(item="сер 4", width_mm="600х800")

    assert form.is_valid()
    assert (form["width_mm"].value(), form["height_mm"].value()) == ("600", "800")


def test_errors_stand_at_their_fields_and_what_was_typed_is_kept():
    form = typed(item="сер 4", width_mm="10 км", height_mm="0", quantity="два")

    assert not form.is_valid()
    assert set(form.errors) == {"width_mm", "quantity"}
    assert form["width_mm"].value() == "10 км"
    assert form.spec is None


def test_absurd_sizes_are_refused_at_the_field():
    assert set(typed(item="сер 4", width_mm="10000000", height_mm="0").errors) == {
        "width_mm",
        "height_mm",
    }


def test_one_edge_for_all_sides_and_another_for_one():
    spec = read_of(**MIRROR, edge="polish", edge_A="none", edge_C="grind")

    assert spec.works == (Work("polish", "BD"), Work("grind", "C"))


def test_holes_with_places_and_holes_without():
    assert read_of(**MIRROR, holes="50,50,8;550,50,8").works == (
        Work("hole", places=(Place(50, 50, 8), Place(550, 50, 8))),
    )
    assert read_of(**MIRROR, holes="4×8").works == (Work("hole", width_mm=8, quantity=4),)


def test_further_works_come_from_the_price_list():
    spec = read_of(**MIRROR, work_cutout="2", work_frost="on", area_frost="0,2", work_film="on")

    assert spec.works == (
        Work("cutout", quantity=2),
        Work("frost", area_m2=Decimal("0.2")),
        Work("film"),
    )


def test_a_circle_needs_one_size_and_an_arch_is_round_by_itself():
    circle = read_of(item="сер 4", width_mm="600", shape="circle")
    arch = read_of(**MIRROR, shape="arch")

    assert (circle.width_mm, circle.height_mm) == (600, 600)
    assert arch.radius_mm == 300


def test_a_polygon_has_the_size_of_its_corners():
    spec = read_of(item="сер 4", shape="polygon", points="0,0; 0,500; 700,0")

    assert (spec.width_mm, spec.height_mm) == (700, 500)


def test_the_clients_material_needs_its_condition_described():
    assert "own_material_note" in typed(**MIRROR, own_material="on").errors
    assert read_of(**MIRROR, own_material="on", own_material_note="скол").own_material


def test_what_belongs_to_another_kind_of_line_is_left_out():
    delivery = read_of(item="доставка", width_mm="600", facet_mm="15", shape="circle")

    assert (delivery.works, delivery.shape, delivery.kind) == ((), "rectangle", "service")


def test_a_line_nobody_began_is_blank():
    assert typed(quantity="1", item=" ").is_blank
    assert typed(quantity="1").is_blank
    assert not typed(item="з").is_blank


def test_reasons_are_kept_by_the_code_of_their_warning():
    form = typed(**MIRROR, reason_facet_wide=" клиент согласен ", reason_heavy="  ")

    assert form.reasons() == {"facet_wide": "клиент согласен"}


LINES = [
    shop.sheet(600, 800, shop.FACET, quantity=2, note="аккуратно"),
    shop.sheet(600, 800, Work("polish", "BD"), Work("grind", "C"), Work("hole", width_mm=8)),
    shop.sheet(600, 800, Work("hole", places=(Place(50, 50, 8),)), urgency="urgent"),
    shop.sheet(600, 800, Work("cutout", quantity=3), Work("frost", area_m2=Decimal("0.2"))),
    shop.sheet(600, 800, shape="arch", radius_mm=200, own_material=True, own_material_note="скол"),
    shop.sheet(700, 500, shape="polygon", points=((0, 0), (0, 500), (700, 0))),
    LineSpec("stained_glass", "class-2", width_mm=700, height_mm=2000, pieces=60),
    LineSpec("service", "delivery", quantity=2),
    shop.sheet(
        600,
        800,
        own_material=True,
        own_material_note="скол",
        own_material_price=Decimal("4500.50"),
    ),
]


@pytest.mark.parametrize("spec", LINES)
def test_an_existing_line_opens_in_the_editor_as_it_was(spec):
    fields = {
        name: "on" if value is True else value
        for name, value in written(spec, shop.ASSORTMENT).items()
        if value
    }

    assert read_of(**fields) == spec


def test_a_switched_off_work_stays_with_the_line_that_has_it():
    form = LineForm.of(shop.sheet(600, 800, shop.POLISHED), tariff=TARIFF, prefix="line-3")

    assert form["edge"].value() == "polish"
    assert form.number == 4


@pytest.mark.parametrize(
    ("spec", "title"),
    [
        (LINES[0], "Зеркало серебро 4 мм, 600×800 мм, фацет 15 мм"),
        (
            shop.sheet(900, 900, shop.POLISHED, shape="circle"),
            "Зеркало серебро 4 мм, круг Ø 900 мм, еврокромка",
        ),
        (
            shop.sheet(250, 600, Work("polish", "A"), Work("hole", width_mm=8, quantity=2)),
            "Зеркало серебро 4 мм, 250×600 мм, еврокромка (A), отверстие Ø 8 мм × 2",
        ),
        (LINES[6], "Класс 2, 700×2000 мм, 60 стёкол"),
        (LINES[7], "Доставка по городу"),
    ],
)
def test_a_line_is_described_in_the_words_of_the_firms_papers(spec, title):
    assert describe(spec, shop.ASSORTMENT) == title
