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
    "deal",
    "deals",
    "deals_board",
    "decline_deal",
    "edit_deal",
    "hand_over_deal",
    "link_order",
    "lose_deal",
    "move_deal",
    "recall_deal",
    "renew_deal",
    "reopen_deal",
    "win_deal",
]
