"""Lengths, areas and contours of the shapes.

Money follows from the exact Decimal lengths; the contour in floats serves drawing and distances.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from .spec import LineSpec, Work
from .vocabulary import ONE_CONTOUR, Shape

PI = Decimal("3.14159265358979323846")
POLYGON_SIDES = "ABCDEFGHIJKL"
CURVE_STEPS = 24


@dataclass(frozen=True)
class Side:
    straight_mm: Decimal
    curved_mm: Decimal = Decimal(0)


class Metres(NamedTuple):
    straight: Decimal
    curved: Decimal


@dataclass(frozen=True)
class Segment:
    side: str
    x1: float
    y1: float
    x2: float
    y2: float
    corner: bool = True  # a true corner of the piece at (x1, y1)


def up(value: Decimal, step: Decimal = Decimal("0.01")) -> Decimal:
    return (value / step).to_integral_value(ROUND_CEILING) * step


def side_names(spec: LineSpec) -> str:
    if spec.shape in ONE_CONTOUR:
        return "O"
    return POLYGON_SIDES[: len(spec.points)] if spec.shape == Shape.POLYGON else "ABCD"


def ellipse_mm(a: Decimal, b: Decimal) -> Decimal:
    """The contour of an ellipse by Ramanujan's first formula, from its half-axes."""
    return PI * (3 * (a + b) - ((3 * a + b) * (a + 3 * b)).sqrt())


def sides(spec: LineSpec) -> dict[str, Side]:
    width, height = Decimal(spec.width_mm), Decimal(spec.height_mm)
    return _SIDES.get(spec.shape, _sides_of_rectangle)(spec, width, height)


def _sides_of_rectangle(spec, width, height):
    return {"A": Side(width), "B": Side(height), "C": Side(width), "D": Side(height)}


def _sides_of_rounded(spec, width, height):
    radius = Decimal(spec.radius_mm)
    arc = PI * radius / 2
    across, upright = Side(width - 2 * radius, arc), Side(height - 2 * radius, arc)
    return {"A": across, "B": upright, "C": across, "D": upright}


def _sides_of_oval(spec, width, height):
    return {"O": Side(Decimal(0), ellipse_mm(width / 2, height / 2))}


def _sides_of_arch(spec, width, height):
    rise = Decimal(spec.radius_mm)
    upright = Side(height - rise)
    top = Side(Decimal(0), ellipse_mm(width / 2, rise) / 2)
    return {"A": Side(width), "B": upright, "C": top, "D": upright}


def _sides_of_trapezium(spec, width, height):
    top = Decimal(spec.top_width_mm)
    slant = Side((height**2 + ((width - top) / 2) ** 2).sqrt())
    return {"A": Side(width), "B": slant, "C": Side(top), "D": slant}


def _sides_of_polygon(spec, width, height):
    found = {}
    for name, (x1, y1), (x2, y2) in _polygon_edges(spec):
        found[name] = Side(Decimal((x2 - x1) ** 2 + (y2 - y1) ** 2).sqrt())
    return found


def _sides_of_sketch(spec, width, height):
    return {"O": Side(Decimal(0), 2 * (width + height))}


_SIDES = {
    Shape.ROUNDED: _sides_of_rounded,
    Shape.CIRCLE: _sides_of_oval,
    Shape.OVAL: _sides_of_oval,
    Shape.ARCH: _sides_of_arch,
    Shape.TRAPEZIUM: _sides_of_trapezium,
    Shape.POLYGON: _sides_of_polygon,
    Shape.SKETCH: _sides_of_sketch,
}


def length_m(spec: LineSpec, work: Work | None = None) -> Metres:
    """How long the worked (or the whole) contour is, rounded up to a centimetre."""
    found = sides(spec)
    names = (work.sides if work else "") or found.keys()
    straight = sum((found[name].straight_mm for name in names), Decimal(0))
    curved = sum((found[name].curved_mm for name in names), Decimal(0))
    return Metres(up(straight / 1000), up(curved / 1000))


def bounding_area_m2(spec: LineSpec) -> Decimal:
    return up(Decimal(spec.width_mm) * spec.height_mm / 1_000_000)


def area_m2(spec: LineSpec) -> Decimal:
    """The real area of the piece, not rounded: for weight and for the density of stained glass."""
    width, height = Decimal(spec.width_mm), Decimal(spec.height_mm)
    radius = Decimal(spec.radius_mm)
    square_mm = {
        Shape.ROUNDED: width * height - (4 - PI) * radius**2,
        Shape.CIRCLE: PI * width * height / 4,
        Shape.OVAL: PI * width * height / 4,
        Shape.ARCH: width * (height - radius) + PI * width * radius / 4,
        Shape.TRAPEZIUM: (width + spec.top_width_mm) * height / 2,
        Shape.POLYGON: Decimal(abs(twice_signed_area(spec.points))) / 2,
    }.get(spec.shape, width * height)
    return square_mm / 1_000_000


def twice_signed_area(points) -> int:
    """Shoelace formula: positive when the points go anticlockwise."""
    pairs = zip(points, (*points[1:], *points[:1]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)


def _polygon_edges(spec):
    following = (*spec.points[1:], *spec.points[:1])
    return list(zip(side_names(spec), spec.points, following, strict=True))


def contour(spec: LineSpec) -> list[Segment]:
    """The outline clockwise, in millimetres from the lower left corner; curves as chords."""
    if spec.shape == Shape.POLYGON:
        return _polygon_contour(spec)
    width, height, radius = spec.width_mm, spec.height_mm, spec.radius_mm
    if spec.shape in (Shape.CIRCLE, Shape.OVAL):
        return _arc("O", width / 2, height / 2, width / 2, height / 2, -90, -450, 4 * CURVE_STEPS)
    if spec.shape == Shape.ROUNDED and radius:
        return _rounded_contour(width, height, radius)
    if spec.shape == Shape.ARCH:
        return _arch_contour(width, height, radius)
    inset = (width - spec.top_width_mm) / 2 if spec.shape == Shape.TRAPEZIUM else 0
    corners = [(width, 0), (0, 0), (inset, height), (width - inset, height)]
    names = "OOOO" if spec.shape == Shape.SKETCH else "ABCD"
    return _closed(names, corners)


def _closed(names, corners):
    following = (*corners[1:], *corners[:1])
    return [Segment(n, *a, *b) for n, a, b in zip(names, corners, following, strict=True)]


def _polygon_contour(spec):
    edges = [Segment(name, *start, *end) for name, start, end in _polygon_edges(spec)]
    if twice_signed_area(spec.points) > 0:
        edges = [Segment(e.side, e.x2, e.y2, e.x1, e.y1) for e in reversed(edges)]
    return edges


def _arch_contour(width, height, rise):
    shoulder = height - rise
    top = _arc("C", width / 2, shoulder, width / 2, rise, 180, 0, 2 * CURVE_STEPS)
    walls = [
        Segment("A", width, 0, 0, 0),
        Segment("B", 0, 0, 0, shoulder),
        *top,
        Segment("D", width, shoulder, width, 0, corner=False),
    ]
    return [each for each in walls if (each.x1, each.y1) != (each.x2, each.y2)]


def _rounded_contour(width, height, r):
    """Each side owns the halves of its two corner arcs, as in the price."""
    centres = {"A": (r, r), "B": (r, height - r), "C": (width - r, height - r), "D": (width - r, r)}
    straights = {
        "A": (width - r, 0, r, 0),
        "B": (0, r, 0, height - r),
        "C": (r, height, width - r, height),
        "D": (width, height - r, width, r),
    }
    segments = []
    for name, following, start in (("A", "B", 270), ("B", "C", 180), ("C", "D", 90), ("D", "A", 0)):
        x, y = centres[name]
        segments.append(Segment(name, *straights[name], corner=False))
        segments += _arc(name, x, y, r, r, start, start - 45, CURVE_STEPS // 4)
        segments += _arc(following, x, y, r, r, start - 45, start - 90, CURVE_STEPS // 4)
    return segments


def _arc(side, cx, cy, rx, ry, start, end, steps):
    def point(step):
        angle = math.radians(start + (end - start) * step / steps)
        return cx + rx * math.cos(angle), cy + ry * math.sin(angle)

    return [Segment(side, *point(i), *point(i + 1), corner=False) for i in range(steps)]


def inside_by_mm(spec: LineSpec, x: float, y: float) -> float:
    """How far the point lies from the contour; negative outside the piece."""
    segments = contour(spec)
    nearest = min(_distance(each, x, y) for each in segments)
    crossings = sum(
        (each.y1 > y) != (each.y2 > y)
        and x < (each.x2 - each.x1) * (y - each.y1) / (each.y2 - each.y1) + each.x1
        for each in segments
    )
    return nearest if crossings % 2 else -nearest


def corners(spec: LineSpec) -> list[tuple[float, float]]:
    return [(each.x1, each.y1) for each in contour(spec) if each.corner]


def _distance(segment: Segment, x: float, y: float) -> float:
    dx, dy = segment.x2 - segment.x1, segment.y2 - segment.y1
    square = dx * dx + dy * dy
    along = ((x - segment.x1) * dx + (y - segment.y1) * dy) / square if square else 0
    along = max(0, min(1, along))
    return math.hypot(x - segment.x1 - along * dx, y - segment.y1 - along * dy)
