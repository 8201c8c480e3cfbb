from sales.deals.lists import DealList

__all__ = ["DealList"]
