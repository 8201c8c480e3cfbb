"""Which models tell the history of a client's card: the database keeps every change of them, by
whomever and however many at once. `clients.history` reads it."""

import pghistory
import pgtrigger
from django.db import models

LEFT = "left"  # the row went over to another client, as in a merge
GONE = ("delete", LEFT)


def of_card(name, *, exclude=()):
    """Track a model that hangs on a client by `client`; `name` begins the name of its index."""
    went = pgtrigger.Q(old__client__df=pgtrigger.F("new__client"))
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        pghistory.UpdateEvent(LEFT, row=pghistory.Old, condition=went),
        exclude=list(exclude),
        meta={"indexes": [index("client", name)]},
    )


def index(whose, name):
    """A page of the history is found by whose it is and when it was."""
    return models.Index(fields=[whose, "pgh_created_at"], name=f"{name}_history")
