from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Refused
from sales.deals.actions.entering import enter, leave, standing_in
from sales.deals.lifecycle import DEAL_LIFE, DealVerb
from sales.models import Deal, ProcessStage
from sales.processes.fields import lacking


@transaction.atomic
def move(deal, *, to: ProcessStage, by, note="") -> Deal:
    """To another stage of the version that the deal goes by, onwards or back. Onwards it needs what
    the stages that it leaves or skips ask for."""
    locked = locked_deal(deal)
    if to.version_id != locked.process_version_id:
        raise Refused(_("This stage is of another process."))
    if to.pk == locked.stage_id:
        return locked
    refuse_lacking(locked, to)
    arrow = f"{locked.stage.name} → {to.name}. {note.strip()}".strip(" .")
    leave(locked)
    DEAL_LIFE.take(locked, DealVerb.MOVE, by=by, note=arrow, **standing_in(to))
    enter(locked, to, by=by)
    return locked


def locked_deal(deal) -> Deal:
    people = ("responsible__role", "responsible__office", "stage", "client")
    rows = Deal.objects.select_for_update(of=["self"]).select_related(*people)
    return rows.get(pk=deal.pk)


def refuse_lacking(deal, to):
    if missing := lacking(deal, to):
        said = ", ".join(f"{field.label}".lower() for field in missing)
        words = {"stage": deal.stage.name, "fields": said}
        raise Refused(_("Before the stage “%(stage)s” is left, give: %(fields)s.") % words)
