"""What is done with commercial proposals."""

from sales.proposals.actions.answer import accept_proposal, decline_proposal
from sales.proposals.actions.keep import change_proposal, prepare_proposal
from sales.proposals.actions.revise import revise_proposal, withdraw_proposal
from sales.proposals.actions.send import give_proposal, open_proposal, send_proposal
from sales.proposals.actions.turn import invoice_proposal, order_proposal, put_into_deal

__all__ = [
    "accept_proposal",
    "change_proposal",
    "decline_proposal",
    "give_proposal",
    "invoice_proposal",
    "open_proposal",
    "order_proposal",
    "prepare_proposal",
    "put_into_deal",
    "revise_proposal",
    "send_proposal",
    "withdraw_proposal",
]
