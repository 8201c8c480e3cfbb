"""The stages of a deal as a path: where it was, how long, against the norm."""

from typing import NamedTuple

from company.calendar import WorkCalendar
from core import clock
from sales.models import ProcessStage


class PathStage(NamedTuple):
    stage: ProcessStage
    days: int | None  # working days spent there until now; None where it was not
    is_current: bool
    is_passed: bool

    @property
    def is_skipped(self) -> bool:
        return self.is_passed and self.days is None

    @property
    def is_beyond(self) -> bool:
        norm = self.stage.norm_days
        return self.days is not None and norm is not None and self.days > norm


def path_of(deal) -> list[PathStage]:
    """Three queries, however often it went back and forth."""
    spent = _spent(deal)
    return [
        PathStage(
            stage,
            spent.get(stage.key),
            deal.is_open and stage.pk == deal.stage_id,
            stage.ordinal < deal.stage.ordinal or deal.is_won,
        )
        for stage in deal.process_version.stages.all()
    ]


def _spent(deal) -> dict[str, int]:
    """By the key of a stage, which a newer version of the process has too."""
    stays = list(deal.stays.select_related("stage"))
    if not stays:
        return {}
    calendar = WorkCalendar(clock.day_of(stays[0].entered_at))
    spent = {}
    for stay in stays:
        until = clock.day_of(stay.left_at) if stay.left_at else clock.today()
        days = calendar.count(clock.day_of(stay.entered_at), until)
        spent[stay.stage.key] = spent.get(stay.stage.key, 0) + days
    return spent
