"""The director says how the firm sells; deals that run stay on the version that they began with."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from sales.models import Deal, DealStay, ProcessStage, ProcessVersion, SaleProcess, StageTask

CHANGE = "sales.change_saleprocess"


@dataclass(frozen=True)
class StageContent:
    name: str
    probability: int
    norm_days: int | None = None
    required_fields: tuple[str, ...] = ()
    templates: tuple = ()
    key: str = ""  # of the stage that it becomes; a new one has none yet


@transaction.atomic
def keep_process(process: SaleProcess, *, name, stages: list[StageContent], by) -> ProcessVersion:
    """A new process, or a present one anew: as a new version once a deal goes by the present."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    if not stages:
        raise Refused(_("A process has at least one stage."))
    process.name = name
    process.save()
    SaleProcess.objects.select_for_update().get(pk=process.pk)
    newest = process.newest
    if newest and _said(newest) == stages:
        return newest
    if newest is None or is_in_use(newest):
        number = newest.number + 1 if newest else 1
        newest = ProcessVersion(process=process, number=number)
    else:
        newest.stages.all().delete()
    newest.made_at, newest.made_by = clock.now(), by
    newest.save()
    _write(newest, stages)
    return newest


def is_in_use(version) -> bool:
    """Whether a deal goes by it, or has stood in one of its stages."""
    stood = DealStay.objects.filter(stage__version=version)
    return Deal.objects.filter(process_version=version).exists() or stood.exists()


@transaction.atomic
def switch_process(process, *, by) -> SaleProcess:
    """No new deals by it, or again."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    process.is_active = not process.is_active
    process.save(update_fields=["is_active"])
    return process


def _said(version) -> list[StageContent]:
    stages = version.stages.prefetch_related("tasks__template")
    return [said_of(stage) for stage in stages]


def said_of(stage) -> StageContent:
    return StageContent(
        name=stage.name,
        probability=stage.probability,
        norm_days=stage.norm_days,
        required_fields=tuple(stage.required_fields),
        templates=tuple(each.template for each in stage.tasks.all()),
        key=stage.key,
    )


def _write(version, stages):
    every = ProcessStage.objects.filter(version__process=version.process)
    taken = set(every.values_list("key", flat=True)) | {each.key for each in stages}
    for place, said in enumerate(stages):
        key = said.key or _fresh_key(taken)
        taken.add(key)
        stage = ProcessStage.objects.create(
            version=version,
            key=key,
            name=said.name,
            ordinal=place,
            norm_days=said.norm_days,
            probability=said.probability,
            required_fields=list(said.required_fields),
        )
        StageTask.objects.bulk_create(
            StageTask(stage=stage, template=template, ordinal=rank)
            for rank, template in enumerate(said.templates)
        )


def _fresh_key(taken) -> str:
    number = len(taken)
    while f"stage-{number}" in taken:
        number += 1
    return f"stage-{number}"
