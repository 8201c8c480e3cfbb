from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from catalog import typed
from catalog.spec import Place


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("600", 600),
        (" 600 мм", 600),
        ("600,0", 600),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("60 см", 600),
        ("60.5см", 605),
        ("1,2 м", 1200),
        ("2 m", 2000),
        ("0", 0),
    ],
)
def test_a_size_is_read_in_any_usual_writing(text, size):
    assert typed.millimetres(text) == size


@pytest.mark.parametrize("text", ["шестьсот", "60 кг", "600,5", "-600", "6e2", "1..2", "٦٠٠x", "½"])
def test_what_is_not_a_size_is_refused_in_words(text):
    with pytest.raises(ValidationError):
        typed.millimetres(text)


@pytest.mark.parametrize("text", ["600x800", "600 х 800", "600×800", "600*800", "600Х800"])
def test_two_sizes_in_one_field_are_split(text):
    assert typed.split_sizes(text) == ["600", "800"]


def test_one_size_is_not_split():
    assert typed.split_sizes("600") == ["600"]
    assert typed.split_sizes("600x") == ["600x"]


@pytest.mark.parametrize(("text", "count"), [("2", 2), ("2 шт", 2), ("10шт.", 10)])
def test_a_quantity(text, count):
    assert typed.count(text) == count


@pytest.mark.parametrize("text", ["2,5", "два", "-1", "9999999"])
def test_a_quantity_is_whole(text):
    with pytest.raises(ValidationError):
        typed.count(text)


def test_an_area_takes_a_comma_and_its_unit():
    assert typed.square_metres("0,35 м²") == Decimal("0.35")
    assert typed.square_metres("1.2") == Decimal("1.2")


def test_holes_are_read_one_after_another():
    assert typed.places("50,50,8; 550 50 8") == (Place(50, 50, 8), Place(550, 50, 8))
    assert typed.holes_without_places("4 × 8") == (4, 8)
    assert typed.holes_without_places("4хØ8") == (4, 8)
    assert typed.holes_without_places("50,50,8") is None


@pytest.mark.parametrize("text", ["50,50", "50,50,8;1", "a,b,c"])
def test_a_hole_needs_three_numbers(text):
    with pytest.raises(ValidationError):
        typed.places(text)


def test_corners_are_pairs():
    assert typed.corners("0,0; 700,0; 350,500") == ((0, 0), (700, 0), (350, 500))


def test_letters_of_sides_may_be_typed_in_russian():
    assert typed.side_letters("а, с", "ABCD") == "AC"
    with pytest.raises(ValidationError):
        typed.side_letters("E", "ABCD")
