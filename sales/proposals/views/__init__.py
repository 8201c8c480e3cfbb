from sales.proposals.views.card import compare_revisions, proposal, proposals
from sales.proposals.views.editing import (
    add_proposal_line,
    change_proposal,
    prepare_proposal,
    proposal_words,
    quote_proposal,
)
from sales.proposals.views.public import (
    answer_proposal,
    open_proposal,
    shown_picture,
    shown_proposal,
    shown_proposal_pdf,
)
from sales.proposals.views.verbs import (
    accept_proposal,
    decline_proposal,
    give_proposal,
    invoice_proposal,
    order_proposal,
    put_into_deal,
    remove_picture,
    revise_proposal,
    send_proposal,
    withdraw_proposal,
)

__all__ = [
    "accept_proposal",
    "add_proposal_line",
    "answer_proposal",
    "change_proposal",
    "compare_revisions",
    "decline_proposal",
    "give_proposal",
    "invoice_proposal",
    "open_proposal",
    "order_proposal",
    "prepare_proposal",
    "proposal",
    "proposal_words",
    "proposals",
    "put_into_deal",
    "quote_proposal",
    "remove_picture",
    "revise_proposal",
    "send_proposal",
    "shown_picture",
    "shown_proposal",
    "shown_proposal_pdf",
    "withdraw_proposal",
]
