"""What is done with deals."""

from sales.deals.actions.close import link_order, lose, reopen, win
from sales.deals.actions.edit import edit, renew
from sales.deals.actions.move import move
from sales.deals.actions.open_deal import DealContent, open_deal

__all__ = [
    "DealContent",
    "edit",
    "link_order",
    "lose",
    "move",
    "open_deal",
    "renew",
    "reopen",
    "win",
]
