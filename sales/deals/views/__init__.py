from sales.deals.views.beside import (
    add_participant,
    assess_client,
    note_offer,
    remove_offer,
    remove_participant,
    score_risk,
)
from sales.deals.views.entry import add_deal, edit_deal
from sales.deals.views.hands import accept_deal, decline_deal, hand_over_deal, recall_deal
from sales.deals.views.lists import deals, deals_board
from sales.deals.views.page import deal
from sales.deals.views.verbs import (
    link_order,
    lose_deal,
    move_deal,
    renew_deal,
    reopen_deal,
    win_deal,
)

__all__ = [
    "accept_deal",
    "add_deal",
    "add_participant",
    "assess_client",
    "deal",
    "deals",
    "deals_board",
    "decline_deal",
    "edit_deal",
    "hand_over_deal",
    "link_order",
    "lose_deal",
    "move_deal",
    "note_offer",
    "recall_deal",
    "remove_offer",
    "remove_participant",
    "renew_deal",
    "reopen_deal",
    "score_risk",
    "win_deal",
]
