from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from sales.deals.actions.entering import enter, leave
from sales.deals.lifecycle import DEAL_LIFE, DealVerb
from sales.models import Deal, ProcessStage


@transaction.atomic
def move(deal, *, to: ProcessStage, by, note="") -> Deal:
    """To another stage of the version that the deal goes by, onwards or back."""
    locked = Deal.objects.select_for_update(of=["self"]).select_related("stage").get(pk=deal.pk)
    if to.version_id != locked.process_version_id:
        raise Refused(_("This stage is of another process."))
    if to.pk == locked.stage_id:
        return locked
    leave(locked)
    values = {"stage": to, "stage_since": clock.now(), "probability": to.probability}
    note = note or f"{locked.stage.name} → {to.name}"
    DEAL_LIFE.take(locked, DealVerb.MOVE, by=by, note=note, **values)
    enter(locked, to, by=by)
    return locked
