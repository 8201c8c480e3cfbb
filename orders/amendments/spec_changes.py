"""What is different about a piece, fact by fact: «size: was 600×800 mm, is 600×900 mm»."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.assortment import Assortment
from catalog.naming import works
from catalog.spec import LineSpec
from catalog.vocabulary import Shape
from core import cells
from core.cells import NBSP


class Fact(NamedTuple):
    what: str
    before: str
    after: str


def facts_changed(before: LineSpec, after: LineSpec, assortment: Assortment) -> list[Fact]:
    old, new = (_facts(spec, assortment) for spec in (before, after))
    return [Fact(what, old[what], new[what]) for what in new if old[what] != new[what]]


def _facts(spec, assortment) -> dict[str, str]:
    item = assortment.item(spec.kind, spec.item)
    return {
        _("What is made"): item.name if item else spec.item,
        _("Size"): _size(spec),
        _("Quantity"): str(spec.quantity),
        _("Shape"): Shape(spec.shape).label,
        _("Further sizes"): _further_sizes(spec),
        _("Works"): ", ".join(works(spec, assortment)),
        _("Places of the holes"): _places(spec),
        _("Pieces of glass"): str(spec.pieces or ""),
        _("Material of the client"): _own_material(spec),
        _("Remark"): spec.note,
    }


def _size(spec):
    sides = [side for side in (spec.width_mm, spec.height_mm) if side]
    unit = pgettext("unit", "mm")
    return cells.size(*sides) + NBSP + unit if sides else ""


def _further_sizes(spec):
    radius = [f"R{NBSP}{spec.radius_mm}"] if spec.radius_mm else []
    top = [_("top %(width)s mm") % {"width": spec.top_width_mm}] if spec.top_width_mm else []
    return "; ".join([*radius, *top, *(f"{x},{y}" for x, y in spec.points)])


def _places(spec):
    places = [place for work in spec.works for place in work.places]
    return "; ".join(f"{each.x_mm},{each.y_mm} Ø{NBSP}{each.diameter_mm}" for each in places)


def _own_material(spec):
    return spec.own_material_note or _("yes") if spec.own_material else ""
