from sales.proposals.models.proposal import Proposal, ProposalStep
from sales.proposals.models.revision import Part, ProposalLine, ProposalRevision
from sales.proposals.models.template import ProposalTemplate

__all__ = [
    "Part",
    "Proposal",
    "ProposalLine",
    "ProposalRevision",
    "ProposalStep",
    "ProposalTemplate",
]
