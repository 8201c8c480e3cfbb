"""What is done with deals."""

from sales.deals.actions.beside import (
    add_participant,
    assess_client,
    note_offer,
    remove_offer,
    remove_participant,
    score_risk,
)
from sales.deals.actions.close import link_order, lose, reopen, win
from sales.deals.actions.edit import edit, renew
from sales.deals.actions.move import move
from sales.deals.actions.open_deal import DealContent, open_deal

__all__ = [
    "DealContent",
    "add_participant",
    "assess_client",
    "edit",
    "link_order",
    "lose",
    "move",
    "note_offer",
    "open_deal",
    "remove_offer",
    "remove_participant",
    "renew",
    "reopen",
    "score_risk",
    "win",
]
