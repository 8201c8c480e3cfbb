"""Rules of the trade: they warn, and a person may set one aside with a reason.

The practice behind the numbers: EN 12150 and GOST 30698 for tempering, the shop's own for the rest.
"""

from itertools import combinations
from math import hypot
from typing import NamedTuple

from django.utils.translation import gettext as _

from core import cells

from . import geometry
from .assortment import Assortment, MaterialFacts
from .pricing import weight_of_piece_kg
from .spec import LineSpec
from .vocabulary import Family, Kind, ProcessingKind

TEMPERED_SHORT_MM, TEMPERED_LONG_MM = 100, 300
TWO_PEOPLE_KG, SUCTION_CUPS_KG = 25, 50
FACET_FROM_MM = 4


class Caution(NamedTuple):
    """`needs_reason`: an order with it is accepted only when somebody says why."""

    code: str
    sentence: str
    needs_reason: bool = True


def warnings(spec: LineSpec, assortment: Assortment) -> list[Caution]:
    if spec.kind == Kind.STAINED_GLASS:
        return list(_stained_glass(spec, assortment))
    if not spec.is_sheet:
        return []
    material = assortment.materials[spec.item]
    rules = (_sheet_size, _suitability, _tempering, _holes, _facet, _weight)
    return [warning for rule in rules for warning in rule(spec, material, assortment)]


def _stained_glass(spec, assortment):
    chosen = assortment.glass_classes[spec.item]
    density = spec.pieces / geometry.area_m2(spec)
    if spec.pieces and not chosen.covers(density):
        fitting = [c.name for c in assortment.glass_classes.values() if c.covers(density)]
        sentence = _("With %(pieces)s pieces this is %(name)s.")
        names = {"pieces": spec.pieces, "name": ", ".join(fitting) or _("another class")}
        yield Caution("glass_class", sentence % names)


def _sheet_size(spec, material: MaterialFacts, assortment):
    short, long = sorted((spec.width_mm, spec.height_mm))
    if long > material.max_long_side_mm or short > material.max_short_side_mm:
        sentence = _("The piece does not fit a sheet of %(size)s mm.")
        size = cells.size(material.max_long_side_mm, material.max_short_side_mm)
        yield Caution("sheet_size", sentence % {"size": size})


def _suitability(spec, material, assortment):
    for work in spec.works:
        facts = assortment.processings[work.processing]
        if facts.kind != ProcessingKind.TEMPERING and not facts.suits(material):
            sentence = _("«%(work)s» is not done on «%(material)s».")
            names = {"work": facts.name, "material": material.name}
            yield Caution(f"unsuitable_{facts.code}", sentence % names)


def _tempering(spec, material, assortment):
    if not assortment.works_of_kind(spec, ProcessingKind.TEMPERING):
        return
    if material.family == Family.MIRROR:
        yield Caution("tempered_mirror", _("A mirror cannot be tempered: the coating burns."))
    elif not material.can_be_tempered:
        yield Caution("tempered_material", _("This material cannot be tempered."))
    short, long = sorted((spec.width_mm, spec.height_mm))
    if short < TEMPERED_SHORT_MM or long < TEMPERED_LONG_MM:
        sentence = _("Pieces smaller than %(size)s mm are not taken for tempering.")
        size = cells.size(TEMPERED_SHORT_MM, TEMPERED_LONG_MM)
        yield Caution("tempered_small", sentence % {"size": size})
    if not assortment.works_of_kind(spec, ProcessingKind.EDGE, ProcessingKind.FACET):
        yield Caution(
            "tempered_raw_edge", _("The edge is worked before tempering: choose an edge.")
        )
    yield from _tempered_holes(spec, material.thickness_mm, assortment)


def _places(spec, assortment):
    works = assortment.works_of_kind(spec, ProcessingKind.DRILLING)
    return [place for work in works for place in work.places]


def _tempered_holes(spec, thickness, assortment):
    """EN 12150: edges and neighbours at 2 thicknesses, corners at 6."""
    places, corners = _places(spec, assortment), geometry.corners(spec)
    for number, place in enumerate(places, 1):
        radius = place.diameter_mm / 2
        if geometry.inside_by_mm(spec, place.x_mm, place.y_mm) - radius < 2 * thickness:
            yield _hole_warning("hole_edge", number, 2 * thickness)
        if any(hypot(place.x_mm - x, place.y_mm - y) - radius < 6 * thickness for x, y in corners):
            yield _hole_warning("hole_corner", number, 6 * thickness)
    for one, other in combinations(places, 2):
        apart = hypot(one.x_mm - other.x_mm, one.y_mm - other.y_mm)
        if apart - (one.diameter_mm + other.diameter_mm) / 2 < 2 * thickness:
            sentence = _("Between holes of tempered glass there are at least %(least)s mm.")
            yield Caution("hole_hole", sentence % {"least": 2 * thickness})
            return


def _hole_warning(code, number, least):
    sentence = {
        "hole_edge": _(
            "Hole %(number)s is closer than %(least)s mm to the edge of tempered glass."
        ),
        "hole_corner": _("Hole %(number)s is closer than %(least)s mm to a corner."),
    }[code]
    return Caution(code, sentence % {"number": number, "least": least})


def _holes(spec, material, assortment):
    for number, place in enumerate(_places(spec, assortment), 1):
        if place.diameter_mm < material.thickness_mm:
            sentence = _("Hole %(number)s is narrower than the glass is thick (%(thickness)s mm).")
            values = {"number": number, "thickness": material.thickness_mm}
            yield Caution("hole_narrow", sentence % values)
    for work in assortment.works_of_kind(spec, ProcessingKind.DRILLING):
        if not work.places and (work.width_mm or 0) < material.thickness_mm:
            sentence = _("The holes are narrower than the glass is thick (%(thickness)s mm).")
            yield Caution("hole_narrow", sentence % {"thickness": material.thickness_mm})


def _facet(spec, material, assortment):
    for work in assortment.works_of_kind(spec, ProcessingKind.FACET):
        if material.thickness_mm < FACET_FROM_MM:
            sentence = _("A facet needs glass from %(least)s mm.")
            yield Caution("facet_thin", sentence % {"least": FACET_FROM_MM})
        most = min(spec.width_mm, spec.height_mm) // 4
        if (work.width_mm or 0) > most:
            sentence = _("The facet is wider than a quarter of the short side (%(most)s mm).")
            yield Caution("facet_wide", sentence % {"most": most})


def _weight(spec, material, assortment):
    weight = weight_of_piece_kg(spec, assortment)
    if weight > SUCTION_CUPS_KG:
        sentence = _("One piece weighs %(weight)s kg: suction cups and four hands are needed.")
    elif weight > TWO_PEOPLE_KG:
        sentence = _("One piece weighs %(weight)s kg: two people carry it.")
    else:
        return
    yield Caution("heavy", sentence % {"weight": round(weight)}, needs_reason=False)
