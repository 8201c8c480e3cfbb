"""The lists of sales, each declared where its subject is."""

from sales.deals.lists import DealList
from sales.interests.lists import InterestList
from sales.proposals.lists import ProposalList

__all__ = ["DealList", "InterestList", "ProposalList"]
