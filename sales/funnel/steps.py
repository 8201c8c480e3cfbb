"""The steps of a process as its funnel shows them: those of the newest version, and to which of
them the stages of older versions belong."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from sales.deals.lifecycle import DealStatus
from sales.models import ProcessStage, SaleProcess


@dataclass(frozen=True)
class Step:
    key: str
    name: str
    norm_days: int | None


class Steps:
    """One query. A stage that the newest version has no more counts as the last one before it that
    it still has."""

    def __init__(self, process: SaleProcess):
        stages = ProcessStage.objects.filter(version__process=process)
        known = stages.order_by("-version__number", "ordinal").select_related("version")
        self.versions: dict[int, list[ProcessStage]] = {}
        for stage in known:
            self.versions.setdefault(stage.version_id, []).append(stage)

    @cached_property
    def shown(self) -> list[Step]:
        newest = next(iter(self.versions.values()), [])
        return [Step(stage.key, stage.name, stage.norm_days) for stage in newest]

    @cached_property
    def places(self) -> dict[tuple[int, int], int]:
        """(version, ordinal) → the place of its step; an ordinal may be anything that stages of
        that version have."""
        found = {step.key: place for place, step in enumerate(self.shown)}
        places = {}
        for version, stages in self.versions.items():
            last = 0
            for stage in stages:
                last = max(last, found.get(stage.key, last))
                places[version, stage.ordinal] = last
        return places

    @cached_property
    def place_of_stage(self) -> dict[int, int]:
        return {
            stage.pk: self.places[version, stage.ordinal]
            for version, stages in self.versions.items()
            for stage in stages
        }

    def place(self, key: str) -> int | None:
        return next((at for at, step in enumerate(self.shown) if step.key == key), None)

    def reached(self, place: int) -> Q:
        """Deals that have come to this step or beyond it; won ones have come to all of them."""
        found = Q(status=DealStatus.WON)
        for version in self.versions:
            ordinals = [
                ordinal
                for (its, ordinal), at in self.places.items()
                if its == version and at >= place
            ]
            if ordinals:
                found |= Q(process_version=version, furthest__gte=min(ordinals))
        return found

    def stages_at(self, place: int) -> list[int]:
        return [pk for pk, at in self.place_of_stage.items() if at == place]
