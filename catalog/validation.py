"""What cannot be made or drawn at all, said at the field where it was typed.

Rules of the trade that a master may set aside live in `trade.py`.
"""

from itertools import combinations, pairwise
from math import hypot
from typing import NamedTuple

from django.utils.translation import gettext as _

from . import geometry
from .assortment import Assortment
from .spec import LineSpec, Work
from .vocabulary import Kind, ProcessingKind, Shape, Unit

MIN_SIDE_MM, MAX_SIDE_MM = 50, 6000
MAX_QUANTITY, MAX_PIECES = 9999, 5000
MAX_DIAMETER_MM = 500
MAX_POINTS = len(geometry.POLYGON_SIDES)


class Problem(NamedTuple):
    """`field` is the name of the line editor's field."""

    field: str
    sentence: str


def problems(spec: LineSpec, assortment: Assortment) -> list[Problem]:
    item = assortment.item(spec.kind, spec.item)
    if item is None:
        return [Problem("item", _("Choose what is to be made from the price list."))]
    found = [*_quantity(spec), *_sizes(spec, item)]
    if found or not spec.is_made:
        return found
    return [*_shape(spec), *_pieces(spec), *_own_material(spec)] or _works(spec, assortment)


def _quantity(spec):
    if not 1 <= spec.quantity <= MAX_QUANTITY:
        yield Problem("quantity", _("The quantity is from 1 to %(most)s.") % {"most": MAX_QUANTITY})


def _sizes(spec, item):
    if not spec.is_made:
        needed = {Unit.M2: ("width_mm", "height_mm"), Unit.M: ("width_mm",)}.get(item.unit, ())
        longest = 1_000_000
    else:
        needed, longest = ("width_mm", "height_mm"), MAX_SIDE_MM
    for field in needed:
        size = getattr(spec, field)
        if not size:
            yield Problem(field, _("Give the size in millimetres."))
        elif not MIN_SIDE_MM <= size <= longest:
            yield Problem(field, _size_sentence(longest))


def _size_sentence(longest):
    if longest == MAX_SIDE_MM:
        sentence = _("Sizes are in millimetres, from %(least)s to %(most)s: check the number.")
    else:
        sentence = _("Give the size in millimetres, at least %(least)s.")
    return sentence % {"least": MIN_SIDE_MM, "most": longest}


def _shape(spec):
    if spec.shape not in Shape.values:
        return [Problem("shape", _("There is no such shape."))]
    return list(_SHAPES.get(spec.shape, lambda spec: ())(spec))


def _rounded(spec):
    most = min(spec.width_mm, spec.height_mm) // 2
    if not 1 <= spec.radius_mm <= most:
        sentence = _("The corner radius is from 1 to %(most)s mm for this piece.")
        yield Problem("radius_mm", sentence % {"most": most})


def _circle(spec):
    if spec.width_mm != spec.height_mm:
        yield Problem("height_mm", _("A circle has one diameter; with two sizes it is an oval."))


def _arch(spec):
    if not 1 <= spec.radius_mm <= spec.height_mm:
        sentence = _("The rise of the arch is from 1 to %(most)s mm, the height of the piece.")
        yield Problem("radius_mm", sentence % {"most": spec.height_mm})


def _trapezium(spec):
    if not 1 <= spec.top_width_mm <= spec.width_mm:
        sentence = _("The upper side is from 1 to %(most)s mm: the longer side is the bottom.")
        yield Problem("top_width_mm", sentence % {"most": spec.width_mm})


def _polygon(spec):
    sentence = _polygon_problem(spec)
    if sentence:
        yield Problem("points", sentence)


def _polygon_problem(spec):
    if not 3 <= len(spec.points) <= MAX_POINTS:
        return _("A polygon has from 3 to %(most)s corners.") % {"most": MAX_POINTS}
    if any(not (0 <= x <= MAX_SIDE_MM and 0 <= y <= MAX_SIDE_MM) for x, y in spec.points):
        return _("Corners are measured from the lower left, in millimetres up to %(most)s.") % {
            "most": MAX_SIDE_MM
        }
    if crosses_itself(spec.points) or not geometry.twice_signed_area(spec.points):
        return _("The sides of the polygon cross: give the corners one after another.")
    size = (max(x for x, y in spec.points), max(y for x, y in spec.points))
    if size != (spec.width_mm, spec.height_mm):
        return _("The corners do not reach the width and the height of the piece.")
    return ""


_SHAPES = {
    Shape.ROUNDED: _rounded,
    Shape.CIRCLE: _circle,
    Shape.ARCH: _arch,
    Shape.TRAPEZIUM: _trapezium,
    Shape.POLYGON: _polygon,
}


def crosses_itself(points) -> bool:
    edges = list(pairwise((*points, points[0])))
    for (i, first), (j, second) in combinations(enumerate(edges), 2):
        neighbours = j - i == 1 or (i == 0 and j == len(edges) - 1)
        if not neighbours and _touch(*first, *second):
            return True
    return len(set(points)) < len(points)


def _touch(a, b, c, d) -> bool:
    def turn(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    def between(p, q, r):
        return all(min(p[k], q[k]) <= r[k] <= max(p[k], q[k]) for k in (0, 1))

    turns = turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(not t and between(*end) for t, end in zip(turns, ends, strict=True))


def _pieces(spec):
    if spec.kind == Kind.STAINED_GLASS and not 0 <= spec.pieces <= MAX_PIECES:
        most = {"most": MAX_PIECES}
        yield Problem("pieces", _("Stained glass has up to %(most)s pieces.") % most)


def _own_material(spec):
    if spec.own_material and not spec.own_material_note.strip():
        yield Problem(
            "own_material_note",
            _("Describe the client's material: its condition, chips, scratches."),
        )


def _works(spec, assortment):
    found = []
    for work in spec.works:
        kind = assortment.kind_of(work.processing)
        if not kind:
            return [Problem("edge", _("This processing is not in the price list."))]
        check = _WORKS.get(kind, _plain_work)
        found += check(work, spec, assortment.processings[work.processing])
    return found + _two_edges(spec, assortment)


def _plain_work(work, spec, facts):
    field = f"work_{facts.code}"
    yield from _work_sides(work, spec, field)
    if not 1 <= work.quantity <= 999:
        yield Problem(field, _("The number is from 1 to 999."))
    if work.area_m2 is None:
        return
    if not 0 < work.area_m2 <= geometry.bounding_area_m2(spec):
        yield Problem(f"area_{facts.code}", _("The area is more than zero and within the piece."))


def _work_sides(work, spec, field):
    unknown = set(work.sides) - set(geometry.side_names(spec))
    if unknown:
        known = ", ".join(geometry.side_names(spec))
        yield Problem(field, _("This shape has the sides %(sides)s.") % {"sides": known})


def _edge(work, spec, facts):
    return _work_sides(work, spec, "edge")


def _facet(work, spec, facts):
    yield from _work_sides(work, spec, "facet_sides")
    offered = ", ".join(str(width) for width in facts.widths_mm)
    if facts.widths_mm and work.width_mm not in facts.widths_mm:
        sentence = _("Facets are made %(widths)s mm wide.")
        yield Problem("facet_mm", sentence % {"widths": offered})
    elif 2 * (work.width_mm or 0) >= min(spec.width_mm, spec.height_mm):
        yield Problem("facet_mm", _("The facet is wider than half of the piece."))


def _drilling(work: Work, spec, facts):
    if not work.places and not 1 <= (work.width_mm or 0) <= MAX_DIAMETER_MM:
        yield Problem("holes", _("The diameter is from 1 to 500 mm."))
    for number, place in enumerate(work.places, 1):
        radius = place.diameter_mm / 2
        if not 1 <= place.diameter_mm <= MAX_DIAMETER_MM:
            sentence = _("Hole %(number)s: the diameter is from 1 to 500 mm.")
            yield Problem("holes", sentence % {"number": number})
        elif geometry.inside_by_mm(spec, place.x_mm, place.y_mm) <= radius:
            sentence = _("Hole %(number)s is not wholly inside the piece.")
            yield Problem("holes", sentence % {"number": number})
    for (i, one), (j, other) in combinations(enumerate(work.places, 1), 2):
        apart = hypot(one.x_mm - other.x_mm, one.y_mm - other.y_mm)
        if apart <= (one.diameter_mm + other.diameter_mm) / 2:
            sentence = _("Holes %(one)s and %(other)s overlap.")
            yield Problem("holes", sentence % {"one": i, "other": j})
    if not 1 <= work.count() <= 999:
        yield Problem("holes", _("The number is from 1 to 999."))


_WORKS = {
    ProcessingKind.EDGE: _edge,
    ProcessingKind.FACET: _facet,
    ProcessingKind.DRILLING: _drilling,
}


def _two_edges(spec, assortment):
    for kind, field in ((ProcessingKind.EDGE, "edge"), (ProcessingKind.FACET, "facet_mm")):
        taken = set()
        for work in assortment.works_of_kind(spec, kind):
            names = set(work.sides or geometry.side_names(spec))
            if names & taken:
                sentence = _("Side %(side)s is worked twice.")
                return [Problem(field, sentence % {"side": min(names & taken)})]
            taken |= names
    return []
