from django.utils.translation import gettext_lazy as _

from company.views.hands import Hands
from sales.deals.actions import hands
from sales.deals.lifecycle import CHANGE, SEE
from sales.deals.views.page import within_reach

PAGES = Hands(
    hands,
    within_reach,
    about=lambda deal: deal.title,
    give=CHANGE,
    take=SEE,
    handed=_("Handed over: until it is accepted the deal stays where it is."),
    taken=_("The deal is yours."),
).pages()


def _named(view, name):
    view.__name__ = name
    return view


hand_over_deal, accept_deal, decline_deal, recall_deal = (
    _named(view, f"{verb}_deal")
    for view, verb in zip(PAGES, ("hand_over", "accept", "decline", "recall"), strict=True)
)
