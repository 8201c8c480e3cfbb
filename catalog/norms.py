"""How long a line occupies each stage of the shop."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from . import geometry
from .assortment import Assortment
from .spec import LineSpec, Work
from .vocabulary import Unit


@dataclass(frozen=True)
class NormFacts:
    """Applies to a kind of line, or to one processing wherever it occurs.

    A norm of zero minutes puts the stage into the route without loading it: work done outside.
    """

    stage: str
    stage_ordering: int
    unit: str
    minutes_per_unit: Decimal
    setup_minutes: Decimal = Decimal(0)
    kind: str = ""
    processing: str = ""


class StageLoad(NamedTuple):
    stage: str
    minutes: int


def route(
    spec: LineSpec, norms: Iterable[NormFacts], assortment: Assortment
) -> tuple[StageLoad, ...]:
    """The stages in the shop's order, each with whole minutes for all pieces of the line."""
    minutes, ordering = defaultdict(Decimal), {}
    for norm in norms:
        for work in _occasions(norm, spec):
            minutes[norm.stage] += norm.setup_minutes
            minutes[norm.stage] += norm.minutes_per_unit * _amount(norm, spec, work, assortment)
            ordering[norm.stage] = norm.stage_ordering
    stages = sorted(ordering, key=lambda stage: (ordering[stage], stage))
    return tuple(StageLoad(stage, _whole(minutes[stage])) for stage in stages)


def _occasions(norm, spec):
    if norm.processing:
        return [work for work in spec.works if work.processing == norm.processing]
    return [None] if norm.kind == spec.kind else []


def _amount(norm, spec, work, assortment) -> Decimal:
    if norm.unit == Unit.LINE:
        return Decimal(1)
    if norm.unit == Unit.M:
        return sum(geometry.length_m(spec, work)) * spec.quantity
    if norm.unit == Unit.M2:
        area = work.area_m2 if work else None
        return (geometry.bounding_area_m2(spec) if area is None else area) * spec.quantity
    return Decimal(_count(work, assortment) * spec.quantity)


def _count(work: Work | None, assortment) -> int:
    """Holes and cut-outs are counted; of anything else the pieces of the line are."""
    if work and assortment.processings[work.processing].unit == Unit.PIECE:
        return work.count()
    return 1


def _whole(minutes: Decimal) -> int:
    return int(minutes.to_integral_value(ROUND_CEILING))
