from django.db.models import Exists, OuterRef

from clients.models import Consent, ContactPerson
from clients.models.consent import Purpose
from clients.models.personal import ERASE_RIGHT
from clients.personal.lifecycle import HANDLE_RIGHT
from core import registry
from core.fetching import besides
from core.prepared import prepared

CHANGE = "clients.change_client"


def has_any():
    return Exists(Consent.objects.filter(client=OuterRef("pk")))


@prepared
def _consents(client):
    """With what is shown of them: whose, and the version of the text."""
    found = Consent.objects.filter(client=client).select_related("text", "person")
    return found.defer("text__text", *besides("person", ContactPerson, "name"))


def consents(client, user):
    """What the client agreed to, what was taken back, and what may be done about their data."""
    found = _consents(client) if registry.has(client, "consents") else []
    standing = [each for each in found if each.stands]
    is_handled = user.has_perm(HANDLE_RIGHT)
    return {
        "client": client,
        "standing": standing,
        "withdrawn": [each for each in found if not each.stands],
        "has_advertising": any(each.purpose == Purpose.ADVERTISING for each in standing),
        "may_change": user.has_perm(CHANGE),
        "may_handle": is_handled,
        "may_erase": user.has_perm(ERASE_RIGHT),
        "may_see_views": user.has_perm("clients.view_cardview"),
        "requests": list(client.personal_requests.order_by("-pk")[:5]) if is_handled else [],
    }
