"""Groups of clients by conditions: a tree of and, or and not over every attribute there is."""

from clients.segments.compiled import matching
from clients.segments.tree import Condition, Group, from_json

__all__ = ["Condition", "Group", "from_json", "matching"]
