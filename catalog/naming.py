"""A line in the words of the firm's papers, and an item of the price list by what was typed."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from catalog import wording
from catalog.assortment import Assortment
from catalog.spec import LineSpec, Work
from catalog.vocabulary import Kind, Shape, Unit
from core import cells

TITLE_LENGTH = 400


def describe(spec: LineSpec, assortment: Assortment) -> str:
    """What is made, on one line, in the language of the firm whatever the screen's is."""
    with translation.override(settings.LANGUAGE_CODE):
        item = assortment.item(spec.kind, spec.item)
        parts = [item.name, *_size(spec, item)]
        if spec.pieces:
            count = {"count": spec.pieces}
            parts.append(ngettext("%(count)s piece", "%(count)s pieces", spec.pieces) % count)
        parts += works(spec, assortment)
        if spec.own_material:
            parts.append(_("material of the client"))
        return ", ".join(parts)[:TITLE_LENGTH]


def name_and_size(spec: LineSpec, assortment: Assortment) -> tuple[str, str]:
    """By which a piece is told from its neighbours: on its label, in a list of what left."""
    with translation.override(settings.LANGUAGE_CODE):
        item = assortment.item(spec.kind, spec.item)
        return item.name, ", ".join(str(part) for part in _size(spec, item))


def works(spec: LineSpec, assortment: Assortment) -> list[str]:
    """What is done to the piece, and whether at once: the list by which the workshop goes."""
    urgency = assortment.urgencies.get(spec.urgency)
    done = [_work(work, assortment) for work in spec.works]
    return [*done, _lowered(urgency)] if urgency else done


def _size(spec, item):
    if not spec.is_made:
        measured = {Unit.M2: cells.size(spec.width_mm, spec.height_mm), Unit.M: f"{spec.width_mm}"}
        size = measured.get(item.unit)
        return [_("%(size)s mm") % {"size": size}] if size else []
    if spec.shape == Shape.CIRCLE:
        return [_("circle Ø %(width)s mm") % {"width": spec.width_mm}]
    size = _("%(size)s mm") % {"size": cells.size(spec.width_mm, spec.height_mm)}
    return [*_shape(spec), size]


def _shape(spec):
    named = {
        Shape.ROUNDED: _("corners R %(radius)s"),
        Shape.OVAL: pgettext("shape in a title", "oval"),
        Shape.ARCH: pgettext("shape in a title", "arch"),
        Shape.TRAPEZIUM: pgettext("shape in a title", "trapezium"),
        Shape.POLYGON: pgettext("shape in a title", "polygon"),
        Shape.SKETCH: pgettext("shape in a title", "by sketch"),
    }.get(spec.shape)
    return [named % {"radius": spec.radius_mm}] if named else []


def _work(work: Work, assortment: Assortment) -> str:
    facts = assortment.processings[work.processing]
    words = {
        "name": _lowered(facts.name),
        "width": work.width_mm,
        "sides": ", ".join(work.sides),
        "count": work.count(),
    }
    if work.places:
        diameters = sorted({place.diameter_mm for place in work.places})
        words["width"] = ", ".join(str(each) for each in diameters)
    if facts.unit == Unit.PIECE:
        sized = _("%(name)s Ø %(width)s mm") % words if words["width"] else words["name"]
        return _("%(name)s × %(count)s") % {**words, "name": sized}
    name = _("%(name)s %(width)s mm") % words if work.width_mm else words["name"]
    if work.area_m2 is not None:
        return _("%(name)s %(area)s m²") % {"name": name, "area": wording.number(work.area_m2)}
    return f"{name} ({words['sides']})" if work.sides else name


def _lowered(name: str) -> str:
    """Small in the middle of a line, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def find_item(typed: str, assortment: Assortment) -> tuple[str, str]:
    """(kind, code) of an item by its whole name, or by the beginnings of its words: «sil 4»."""
    words = typed.casefold().split()
    if not words:
        raise ValidationError(_("Choose what is to be made from the price list."))
    named = [(kind, facts) for kind in Kind for facts in assortment.of_kind(kind)]
    exact = [(kind, facts) for kind, facts in named if facts.name.casefold().split() == words]
    fitting = exact or [
        (kind, facts) for kind, facts in named if facts.is_active and _fits(words, facts.name)
    ]
    if len(fitting) == 1:
        return fitting[0][0], fitting[0][1].code
    if not fitting:
        raise ValidationError(_("There is nothing like this in the price list."))
    shown = "; ".join(facts.name for _kind, facts in fitting[:3])
    more = "…" if len(fitting) > 3 else ""
    raise ValidationError(_("Type more: this fits %(names)s") % {"names": shown + more})


def _fits(words, name) -> bool:
    parts = name.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in words)
