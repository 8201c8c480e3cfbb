from django.core.exceptions import PermissionDenied
from django.db import transaction

from clients.models import Client, Requisites


@transaction.atomic
def set_requisites(client, *, by, **fields) -> Requisites:
    """Kept as typed, though check digits are wrong: a paper may be right and our copy of it too
    late. `requisites.faults` says what looks wrong."""
    if not by.has_perm("clients.change_client"):
        raise PermissionDenied
    Client.objects.select_for_update().get(pk=client.pk)
    requisites, _created = Requisites.objects.update_or_create(client=client, defaults=fields)
    return requisites
