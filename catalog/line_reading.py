"""From the editor's cleaned fields to a LineSpec and back to what a person would have typed."""

from dataclasses import replace

from django.core.exceptions import ValidationError

from catalog import geometry, typed
from catalog.assortment import Assortment
from catalog.line_fields import NOT_WORKED, SIDES
from catalog.naming import find_item
from catalog.spec import LineSpec, Work
from catalog.vocabulary import Kind, ProcessingKind, Shape, Unit

ALL_SIDES = "+"
DEDICATED = frozenset({ProcessingKind.EDGE, ProcessingKind.FACET, ProcessingKind.DRILLING})


def read(data: dict, assortment: Assortment) -> LineSpec:
    """Raises ValidationError at the field that cannot be read."""
    kind, item = _at("item", find_item, data["item"], assortment)
    spec = LineSpec(
        kind,
        item,
        width_mm=data["width_mm"],
        height_mm=data["height_mm"],
        quantity=data["quantity"],
        note=data["note"],
    )
    if not spec.is_made:
        return spec
    spec = _shaped(replace(spec, urgency=data["urgency"]), data)
    if kind == Kind.STAINED_GLASS:
        return replace(spec, pieces=data["pieces"])
    own = data["own_material"]
    spec = replace(
        spec,
        own_material=own,
        own_material_note=data["own_material_note"] * own,
        own_material_price=data["own_material_price"] if own else None,
    )
    return spec.having(*_works(spec, data, assortment))


def _at(field, reading, *args):
    try:
        return reading(*args)
    except ValidationError as error:
        raise ValidationError({field: error.messages}) from None


def _shaped(spec, data):
    """A circle needs one size, a polygon none besides its corners, an arch is round by itself."""
    shape = data["shape"] or Shape.RECTANGLE.value
    width, height, radius = spec.width_mm, spec.height_mm, data["radius_mm"]
    more = {}
    if shape == Shape.CIRCLE:
        width, height = width or height, height or width
    if shape == Shape.POLYGON:
        more["points"] = data["points"]
        width = width or max((x for x, _y in data["points"]), default=0)
        height = height or max((y for _x, y in data["points"]), default=0)
    if shape == Shape.TRAPEZIUM:
        more["top_width_mm"] = data["top_width_mm"]
    if shape == Shape.ARCH:
        more["radius_mm"] = radius or min(width // 2, height)
    if shape == Shape.ROUNDED:
        more["radius_mm"] = radius
    return replace(spec, shape=shape, width_mm=width, height_mm=height, **more)


def _works(spec, data, assortment):
    yield from _edges(spec, data)
    known = geometry.side_names(spec)
    if data["facet_mm"]:
        sides = _at("facet_sides", typed.side_letters, data["facet_sides"], known)
        yield Work(data["facet"], _all_is_none(sides, known), data["facet_mm"])
    if data["holes"]:
        yield _holes(data)
    for facts in assortment.processings.values():
        if facts.kind not in DEDICATED and data.get(f"work_{facts.code}"):
            yield _further(facts, data, known)


def _all_is_none(sides, known):
    return "" if sides == known else sides


def _edges(spec, data):
    """One work per kind of edge, with the sides that have it."""
    by_code = {}
    for side in geometry.side_names(spec):
        own = data[f"edge_{side}"] if side in SIDES else ""
        code = own or data["edge"]
        if code and code != NOT_WORKED:
            by_code[code] = by_code.get(code, "") + side
    known = geometry.side_names(spec)
    return [Work(code, _all_is_none(sides, known)) for code, sides in by_code.items()]


def _holes(data):
    several = typed.holes_without_places(data["holes"])
    if several:
        count, diameter = several
        return Work(data["drilling"], width_mm=diameter, quantity=count)
    return Work(data["drilling"], places=_at("holes", typed.places, data["holes"]))


def _further(facts, data, known):
    value = data[f"work_{facts.code}"]
    if facts.unit == Unit.PIECE:
        return Work(facts.code, quantity=value)
    if facts.unit == Unit.M2:
        return Work(facts.code, area_m2=data[f"area_{facts.code}"])
    if value.strip() == ALL_SIDES:
        return Work(facts.code)
    sides = _at(f"work_{facts.code}", typed.side_letters, value, known)
    return Work(facts.code, _all_is_none(sides, known))


def written(spec: LineSpec, assortment: Assortment) -> dict:
    """The fields that `read` would turn into this spec."""
    item = assortment.item(spec.kind, spec.item)
    data = {
        "item": item.name if item else spec.item,
        "shape": spec.shape,
        "quantity": str(spec.quantity),
        "urgency": spec.urgency,
        "note": spec.note,
        "own_material": spec.own_material,
        "own_material_note": spec.own_material_note,
        "own_material_price": _written_price(spec.own_material_price),
        "points": "; ".join(f"{x},{y}" for x, y in spec.points),
    }
    for name in ("width_mm", "height_mm", "radius_mm", "top_width_mm", "pieces"):
        data[name] = str(getattr(spec, name) or "")
    for work in spec.works:
        data |= _written_work(work, assortment.processings[work.processing])
    return data


def _written_price(price):
    return "" if price is None else f"{price:f}".removesuffix(".00").replace(".", ",")


def _written_work(work, facts):
    if facts.kind == ProcessingKind.EDGE:
        return {f"edge_{side}": facts.code for side in work.sides} or {"edge": facts.code}
    if facts.kind == ProcessingKind.FACET:
        return {"facet_mm": str(work.width_mm), "facet_sides": ", ".join(work.sides)}
    if facts.kind == ProcessingKind.DRILLING:
        places = "; ".join(f"{p.x_mm},{p.y_mm},{p.diameter_mm}" for p in work.places)
        return {"holes": places or f"{work.quantity}×{work.width_mm}"}
    if facts.unit == Unit.PIECE:
        return {f"work_{facts.code}": str(work.quantity)}
    if facts.unit == Unit.M2:
        area = "" if work.area_m2 is None else str(work.area_m2)
        return {f"work_{facts.code}": True, f"area_{facts.code}": area}
    return {f"work_{facts.code}": ", ".join(work.sides) or ALL_SIDES}
