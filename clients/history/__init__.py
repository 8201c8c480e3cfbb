"""The history of a client's card: who changed what, from what to what, and how it stood on a day.

The database writes it (`clients.models.tracking`); `ClientQuerySet.forget_history` wipes it.
"""

from clients.history.changes import Page, changes_of, of_card, told
from clients.history.standing import kept, stood_on
from clients.history.words import offered_fields

__all__ = ["Page", "changes_of", "kept", "of_card", "offered_fields", "stood_on", "told"]
