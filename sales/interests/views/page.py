from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from core import lists, registry
from core.lists import neighbours
from sales.interests.forms import AnswerForm
from sales.interests.lifecycle import SEE, InterestVerb
from sales.interests.lists import InterestList
from sales.models import Deal, Interest

ADDRESSES = {
    InterestVerb.TURN: "sales:turn_into_deal",
    InterestVerb.JOIN: "sales:join_to_deal",
    InterestVerb.POSTPONE: "sales:postpone_interest",
    InterestVerb.TAKE_UP: "sales:take_up_interest",
    InterestVerb.REFUSE: "sales:refuse_interest",
    InterestVerb.HAND_OVER: "sales:hand_over_interest",
}
AT_ONCE = {InterestVerb.TAKE_UP}  # a press is enough


def found(request, pk):
    reached = Interest.objects.within_reach_of(request.user).with_people()
    return get_object_or_404(reached, pk=pk)


@require_GET
def interests(request):
    return lists.respond(request, InterestList)


@require_GET
@permission_required(SEE, raise_exception=True)
def interest(request, pk):
    shown, user = found(request, pk), request.user
    steps = [offer.step for offer in shown.offers(user)]
    deals = Deal.objects.visible_to(user).filter(client=shown.client_id).open()
    if InterestVerb.JOIN in steps and not deals.exists():
        steps.remove(InterestVerb.JOIN)
    context = {
        "interest": shown,
        "groups": shown.product_groups.all(),
        "deal": Deal.objects.visible_to(user).filter(pk=shown.deal_id).first(),
        "steps": shown.steps.select_related("by"),
        "moves": _moves(shown, steps),
        "answer_form": AnswerForm() if InterestVerb.ANSWER in steps else None,
        "panels": registry.panels("sales.interest", shown, user),
        "way_back": neighbours.way(request, InterestList, shown),
    }
    return render(request, "sales/interests/interest.html", context)


def _moves(shown, steps):
    return [
        {
            "step": step,
            "label": InterestVerb(step).label,
            "url": reverse(ADDRESSES[step], args=[shown.pk]),
            "at_once": step in AT_ONCE,
        }
        for step in steps
        if step in ADDRESSES
    ]
