"""Lists: filters in the URL, keyset paging, chips, saved views, bulk and export, written once."""

from core.lists.columns import Column
from core.lists.declared import BulkAction, Chip, Create, Empty, List, list_page
from core.lists.respond import respond

__all__ = ["BulkAction", "Chip", "Column", "Create", "Empty", "List", "list_page", "respond"]
