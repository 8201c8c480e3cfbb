"""What the discount policy gives, in words for the person who asks."""

from django.utils.translation import gettext as _

from catalog import wording
from catalog.allowed import deferral_allowed
from catalog.costing import Deal
from catalog.policy import Allowance
from clients.models import Client
from clients.payment_terms import in_words
from core import cells
from core.money import ZERO

SEE_COSTS = "catalog.see_costs"


def sentence(allowance: Allowance) -> str:
    """For the person at the desk: no cost and no margin stands in it."""
    if allowance.rule is None:
        return _("The discount policy gives nothing here.")
    words = {
        "percent": wording.number(allowance.percent),
        "rule": allowance.rule.name,
        "whole": wording.number(allowance.whole),
        "own": wording.number(allowance.own_percent),
    }
    if allowance.is_held_by_floor and allowance.percent == ZERO:
        return _("No discount: the deal is at the profitability threshold without one.")
    if allowance.is_held_by_floor:
        return (
            _("Up to %(percent)s %%: more would take the deal below the profitability threshold.")
            % words
        )
    if allowance.own_percent:
        return (
            _(
                "Up to %(percent)s %%: “%(rule)s” gives %(whole)s %%, of which %(own)s %% is the"
                " client's own discount."
            )
            % words
        )
    return _("Up to %(percent)s %%: “%(rule)s”.") % words


def margin_sentence(deal: Deal) -> str:
    """For those who see costs."""
    if deal.unknown:
        names = ", ".join(name or _("an hour of work") for name in deal.unknown)
        return _("The margin is not known: no cost of %(names)s.") % {"names": names}
    if deal.margin is None:
        return ""
    words = {
        "before": wording.number(deal.margin_before),
        "after": wording.number(deal.margin),
        "cost": cells.rubles(deal.cost),
    }
    if deal.before == deal.net:
        return _("Margin %(before)s %%, cost %(cost)s.") % words
    return _("Margin %(before)s %%, with the discount %(after)s %%, cost %(cost)s.") % words


def deferral_sentence(client: Client) -> str:
    most = deferral_allowed(client)
    if not most.days:
        return _("The discount policy gives this client no deferral.")
    words = {"days": in_words(most.days, most.unit), "rule": most.rule.name}
    return _("By the discount policy up to %(days)s: “%(rule)s”.") % words
