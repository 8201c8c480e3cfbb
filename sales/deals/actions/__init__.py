"""What is done with deals."""

from sales.deals.actions.move import move
from sales.deals.actions.open_deal import DealContent, open_deal

__all__ = ["DealContent", "move", "open_deal"]
