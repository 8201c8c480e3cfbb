from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from clients.actions.client import stale
from clients.models import Client, ClientTarget
from core import clock


@transaction.atomic
def plan(client, *, by, version, target=None, **fields) -> Client:
    """What they like and avoid, the aim, the agreed strategy, and the target of this year in
    roubles (None: there is none). Refused if somebody saved the client after `version`."""
    if not by.has_perm("clients.change_client"):
        raise PermissionDenied
    mine = Client.objects.filter(pk=client.pk, version=version)
    if not mine.update(version=F("version") + 1, **fields):
        raise stale(client, version, by=by)
    year = clock.today().year
    if target:
        client.targets.update_or_create(year=year, defaults={"amount": target})
    else:
        ClientTarget.objects.filter(client=client, year=year).delete()
    client.refresh_from_db()
    return client
