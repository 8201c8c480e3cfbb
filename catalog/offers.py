"""What else could be done with this piece, for the manager to propose."""

from decimal import Decimal
from typing import NamedTuple

from .pricing import MissingPrice, Tariff, price_of
from .spec import LineSpec, Work
from .vocabulary import Family, ProcessingKind

USUAL_HOLE_MM = 8


class Offer(NamedTuple):
    processing: str
    name: str
    kind: str
    work: Work
    price: Decimal


def possible_works(spec: LineSpec, tariff: Tariff) -> list[Offer]:
    """Priced, suitable and not yet chosen; what the price list has no price for is left out."""
    if not spec.is_sheet:
        return []
    material = tariff.assortment.materials[spec.item]
    chosen = {tariff.assortment.kind_of(work.processing) for work in spec.works}
    codes = {work.processing for work in spec.works}
    offers = []
    for facts in tariff.assortment.processings.values():
        if facts.code in codes or not _suits(facts, material, chosen):
            continue
        work = Work(facts.code, width_mm=_usual_width(facts))
        try:
            price = price_of(work, spec, tariff)
        except MissingPrice:
            continue
        offers.append(Offer(facts.code, facts.name, facts.kind, work, price))
    return offers


def _suits(facts, material, chosen) -> bool:
    if not (facts.is_active and facts.suits(material)):
        return False
    if facts.kind == ProcessingKind.TEMPERING:
        return material.can_be_tempered and material.family != Family.MIRROR
    return not (facts.kind in (ProcessingKind.EDGE, ProcessingKind.FACET) and facts.kind in chosen)


def _usual_width(facts):
    if facts.kind == ProcessingKind.DRILLING:
        return USUAL_HOLE_MM
    return facts.widths_mm[0] if facts.widths_mm else None
