"""The lists of sales, each declared where its subject is."""

from sales.deals.lists import DealList
from sales.interests.lists import InterestList

__all__ = ["DealList", "InterestList"]
