"""The dictionaries of sales, each declared where its subject is."""

from sales.deals.dictionaries import Competitors, LossReasons
from sales.interests.dictionaries import AnswerRules
from sales.proposals.dictionary import ProposalTemplates

__all__ = ["AnswerRules", "Competitors", "LossReasons", "ProposalTemplates"]
