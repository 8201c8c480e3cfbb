"""What is to be made: one line of an order or a proposal, without a price.

Sizes are whole millimetres of the finished piece. Sides are lettered clockwise from the bottom:
A bottom, B left, C top, D right; a curved contour is one side, O. A work without sides goes
round the whole contour.
"""

from dataclasses import dataclass, fields, replace
from decimal import Decimal

from .vocabulary import MADE, Kind, Shape


@dataclass(frozen=True)
class Place:
    """A hole, from the lower left corner of the bounding rectangle to its centre."""

    x_mm: int
    y_mm: int
    diameter_mm: int


@dataclass(frozen=True)
class Work:
    """`width_mm` is the facet's width, or the diameter of holes whose places are not given."""

    processing: str
    sides: str = ""
    width_mm: int | None = None
    places: tuple[Place, ...] = ()
    quantity: int = 1
    area_m2: Decimal | None = None

    def count(self) -> int:
        return len(self.places) or self.quantity


@dataclass(frozen=True)
class LineSpec:
    """`radius_mm` is the corner radius of a rounded piece and the rise of an arch."""

    kind: str
    item: str
    shape: str = Shape.RECTANGLE.value
    width_mm: int = 0
    height_mm: int = 0
    radius_mm: int = 0
    top_width_mm: int = 0
    points: tuple[tuple[int, int], ...] = ()
    works: tuple[Work, ...] = ()
    pieces: int = 0
    own_material: bool = False
    own_material_note: str = ""
    own_material_price: Decimal | None = None  # agreed with the client, of one piece
    quantity: int = 1
    urgency: str = ""
    note: str = ""

    @property
    def is_made(self) -> bool:
        return self.kind in MADE

    @property
    def is_sheet(self) -> bool:
        return self.kind == Kind.SHEET

    def having(self, *works: Work) -> "LineSpec":
        return replace(self, works=(*self.works, *works))

    def to_json(self) -> dict:
        return _plain(self)

    @classmethod
    def from_json(cls, data: dict) -> "LineSpec":
        works = tuple(_work(work) for work in data.get("works", ()))
        points = tuple((x, y) for x, y in data.get("points", ()))
        agreed = data.get("own_material_price")
        own = {"own_material_price": None if agreed is None else Decimal(agreed)}
        return cls(**{**data, "works": works, "points": points, **own})


def _work(data: dict) -> Work:
    area = data.get("area_m2")
    places = tuple(Place(*place) for place in data.get("places", ()))
    return Work(**{**data, "places": places, "area_m2": None if area is None else Decimal(area)})


def _plain(thing) -> dict:
    """Only what differs from the default is written, so that a stored line stays readable."""
    data = {}
    for each in fields(thing):
        value = getattr(thing, each.name)
        if value != each.default:
            data[each.name] = _value(value)
    return data


def _value(value):
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Place):
        return [value.x_mm, value.y_mm, value.diameter_mm]
    if isinstance(value, Work):
        return _plain(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value
