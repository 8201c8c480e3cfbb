from django.db import transaction
from django.utils.translation import gettext as _

from core import cells
from core.errors import Refused
from sales.deals.actions.entering import enter, leave, standing_in
from sales.deals.actions.move import locked_deal
from sales.deals.lifecycle import DEAL_LIFE, DealVerb
from sales.models import Deal

SHOWN = {"expected_sum": cells.rubles, "expected_on": lambda day: cells.day(day) if day else "—"}


@transaction.atomic
def edit(deal, *, by, product_groups=None, **wanted) -> Deal:
    """`wanted`: any of title, wish, expected_sum, expected_on, ad_source. The story says what has
    changed."""
    locked = locked_deal(deal)
    changes = {name: value for name, value in wanted.items() if getattr(locked, name) != value}
    said = [_change(locked, name, value) for name, value in changes.items()]
    if product_groups is not None and set(locked.product_groups.all()) != set(product_groups):
        locked.product_groups.set(product_groups)
        said.append(_("%(field)s: written anew") % {"field": _("Product groups")})
    if said:
        DEAL_LIFE.take(locked, DealVerb.EDIT, by=by, note="; ".join(said), **changes)
    return locked


def _change(deal, name, value):
    label = Deal._meta.get_field(name).verbose_name
    if name == "wish":
        return _("%(field)s: written anew") % {"field": label}
    shown = SHOWN.get(name, lambda value: str(value or "—"))
    words = {"field": label, "before": shown(getattr(deal, name)), "after": shown(value)}
    return _("%(field)s: %(before)s → %(after)s") % words


@transaction.atomic
def renew(deal, *, by) -> Deal:
    """From now on by the newest version of its process, in the stage of the same key."""
    locked = locked_deal(deal)
    version = locked.process.newest
    if version.pk == locked.process_version_id:
        raise Refused(_("The deal goes by the newest version already."))
    stage = version.stages.filter(key=locked.stage.key).first()
    if stage is None:
        words = {"stage": locked.stage.name}
        raise Refused(
            _("The newest version has no stage “%(stage)s”: move the deal first.") % words
        )
    leave(locked)
    DEAL_LIFE.take(locked, DealVerb.RENEW, by=by, process_version=version, **standing_in(stage))
    enter(locked, stage, by=by)
    return locked
