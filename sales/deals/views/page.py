from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from company.models import Assignment
from core import registry
from core.lists import neighbours
from core.models import Attachment
from interactions.models import Interaction
from orders.models import WorkOrder
from sales.deals.lifecycle import CHANGE, SEE, DealVerb
from sales.deals.lists import DealList
from sales.deals.path import path_of
from sales.deals.scoring import RISK, explained
from sales.models import Deal

PAGE = "sales.deal"
VERBS = {DealVerb.WIN: "trophy", DealVerb.LOSE: "mood-sad", DealVerb.REOPEN: "lock-open"}
SHOWN_SCORES = 5
may_see = permission_required(SEE, raise_exception=True)


def found(request, pk):
    rows = Deal.objects.visible_to(request.user).with_people().with_next_step()
    rows = rows.select_related("process_version", "ad_source", "loss_reason", "lost_to", "office")
    return get_object_or_404(rows.annotate(**registry.marks(PAGE)), pk=pk)


def within_reach(request, pk):
    """Also of another office, by whoever it is offered to."""
    offered = Assignment.objects.offered().given_to(request.user).filter(owner_type=PAGE)
    if offered.filter(owner_id=pk).exists() and request.user.has_perm(SEE):
        return get_object_or_404(Deal.objects.with_people(), pk=pk)
    return found(request, pk)


@require_GET
@may_see
def deal(request, pk):
    return render(request, "sales/deals/deal.html", _shown(request, found(request, pk)))


def _shown(request, deal):
    user = request.user
    may_change = user.has_perm(CHANGE)
    return {
        "deal": deal,
        "stages": path_of(deal),
        "groups": deal.product_groups.all(),
        "verbs": [(each, VERBS[each.step]) for each in deal.offers(user) if each.step in VERBS],
        "may_change": may_change,
        "may_move": may_change and deal.is_open,
        "is_newest": deal.process.newest.pk == deal.process_version_id,
        "talk": _next_talk(deal) if deal.is_open else None,
        "may_plan": user.has_perm("interactions.hold_interaction"),
        "orders": _orders(deal, user),
        "interests": deal.interests.visible_to(user).select_related("responsible"),
        "people": deal.people.select_related("person"),
        "offers": deal.competitor_offers.select_related("competitor"),
        **_risk(deal),
        "steps": deal.steps.select_related("by"),
        "files": Attachment.objects.of(deal).of_pieces().select_related("added_by"),
        "may_attach": user.has_perm("core.add_attachment"),
        "places": registry.placed(registry.panels(PAGE, deal, user)),
        "way_back": neighbours.way(request, DealList, deal),
    }


def _next_talk(deal):
    """With the client, by whoever is responsible: beside open tasks it is the next step."""
    planned = Interaction.objects.planned().of_client(deal.client_id).of(deal.responsible)
    return planned.select_related("kind").order_by("planned_at", "pk").first()


def _risk(deal):
    scores = list(deal.risk_scores.select_related("by")[:SHOWN_SCORES])
    parts = explained(RISK, scores[0].parts) if scores else []
    return {"risks": scores, "risk_parts": parts}


def _orders(deal, user):
    return WorkOrder.objects.visible_to(user).filter(of_deal__deal=deal).order_by("pk")
