from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.line_form import LineForm
from catalog.line_result import result_of
from catalog.pricing import Rate
from catalog.vocabulary import Shape
from tests.catalog import shop

TARIFF = shop.tariff()
MIRROR = {"item": "сер 4", "width_mm": "600", "height_mm": "800"}


def result(tariff=TARIFF, **fields):
    data = QueryDict(mutable=True)
    data.update(MultiValueDict({f"line-0-{name}": [value] for name, value in fields.items()}))
    return result_of(LineForm(data, prefix="line-0", tariff=tariff))


def test_beside_a_line_stand_its_picture_price_and_explanation():
    shown = result(**MIRROR, facet_mm="15")

    assert "<svg" in shown.picture
    assert [row.sentence for row in shown.explained()] == [
        "Зеркало серебро 4 мм: 0,48 м² × 2\xa0400\xa0₽ = 1\xa0152\xa0₽",
        "Фацет 15 мм: 2,8 м × 200\xa0₽ = 560\xa0₽",
    ]


def test_a_line_begun_has_neither_picture_nor_price():
    shown = result(item="сер 4")

    assert (shown.quote, shown.picture, shown.spec) == (None, "", None)
    assert shown.form.chosen == {"kind": "sheet", "name": "Зеркало серебро 4 мм"}


def test_a_missing_price_is_named_and_the_picture_stays():
    rates = {**shop.RATES, ("processing", "polish"): (Rate(shop.D(180)),)}
    shown = result(shop.tariff(rates=rates), **MIRROR, shape="oval", edge="polish")

    assert shown.quote is None
    assert "«Еврокромка, стекло 4 мм, криволинейная»" in shown.missing
    assert shown.picture


def test_a_warning_waits_for_a_reason():
    narrow = {**MIRROR, "width_mm": "100", "facet_mm": "30"}
    warned = result(**narrow)
    answered = result(**narrow, reason_facet_wide="клиент согласен")

    assert [each.code for each in warned.unanswered] == ["facet_wide"]
    assert answered.unanswered == []
    assert answered.overridden == {"facet_wide": "клиент согласен"}


def test_a_heavy_piece_is_said_and_needs_no_reason():
    shown = result(item="М1 6", width_mm="1500", height_mm="1500")

    assert [each.code for each in shown.warnings] == ["heavy"]
    assert shown.unanswered == []


def test_an_offer_names_the_fields_that_take_it_on():
    offered = {each.offer.processing: each for each in result(**MIRROR).offered}

    assert offered["polish"].sets == {"line-0-edge": "polish"}
    assert offered["facet"].sets == {"line-0-facet_mm": "10"}
    assert offered["film"].sets == {"line-0-work_film": "on"}
    assert offered["hole"].sets == {"line-0-holes": "1×8"}


def test_an_offer_taken_is_priced_and_not_offered_again():
    film = next(each for each in result(**MIRROR).offered if each.offer.processing == "film")
    name, value = next(iter(film.sets.items()))

    shown = result(**MIRROR, **{name.removeprefix("line-0-"): value})

    assert "Плёнка" in shown.explained()[1].title
    assert "film" not in [each.offer.processing for each in shown.offered]


absurd = st.text(max_size=12) | st.integers().map(str) | st.from_regex(r"[\d,;x× ]{0,20}")
FIELDS = list(LineForm(tariff=TARIFF, prefix="line-0").fields)


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(FIELDS), absurd),
    st.sampled_from(Shape.values),
    st.sampled_from(["сер 4", "М1 6", "класс 2", "приклейка"]),
)
def test_nothing_that_can_be_typed_breaks_the_editor(fields, shape, item):
    shown = result(
        **{"width_mm": "600", "height_mm": "800", "shape": shape, **fields, "item": item}
    )

    assert shown.quote is None or shown.quote.total >= 0
