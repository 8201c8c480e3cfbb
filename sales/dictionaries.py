"""The dictionaries of sales, each declared where its subject is."""

from sales.interests.dictionaries import AnswerRules

__all__ = ["AnswerRules"]
