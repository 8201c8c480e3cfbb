from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from clients.models import Client, ClientPhone
from core import clock, phones
from core.errors import Refused, Stale


def likely_duplicates(name: str, phone_text: str):
    """Clients with the same number, or with every word of the name: shown before one is added."""
    found = phones.find(phone_text)
    same_phone = Client.objects.filter(phones__e164__in=[phone.e164 for phone in found])
    same_name = Client.objects.named_like(name) if len(name.split()) > 1 else Client.objects.none()
    pks = [
        *same_phone.values_list("pk", flat=True)[:5],
        *same_name.values_list("pk", flat=True)[:5],
    ]
    return Client.objects.filter(pk__in=pks).prefetch_related("phones")[:5]


@transaction.atomic
def add(*, by, name, phone_text, ad_source=None, kind=Client.Kind.PERSON, **fields) -> Client:
    """Register a client with name, phone and ad source; the number is kept as E.164."""
    if not by.has_perm("clients.add_client"):
        raise PermissionDenied
    client = Client.objects.create(
        name=" ".join(name.split()),
        kind=kind,
        ad_source=ad_source,
        responsible=by,
        created_at=clock.now(),
        created_by=by,
        **fields,
    )
    write_phones(client, phone_text)
    return client


@transaction.atomic
def change(client, *, by, version, phone_text, **fields) -> Client:
    if not by.has_perm("clients.change_client"):
        raise PermissionDenied
    rows = Client.objects.filter(pk=client.pk, version=version)
    if not rows.update(version=F("version") + 1, **fields):
        raise Stale(_("Somebody else has changed this client meanwhile. What you typed is here."))
    client.refresh_from_db()
    write_phones(client, phone_text)
    return client


def write_phones(client, text):
    """All numbers found in `text`, the first one main."""
    found = list(dict.fromkeys(phones.find(text)))
    if text.strip() and not found:
        raise Refused(_("This is not a phone number: check the digits and the city code."))
    client.phones.all().delete()
    try:
        ClientPhone.objects.bulk_create(
            [
                ClientPhone(
                    client=client,
                    e164=phone.e164,
                    extension=phone.extension,
                    reversed_digits=phones.reversed_tail(phone.e164),
                    is_main=place == 0,
                )
                for place, phone in enumerate(found)
            ]
        )
    except IntegrityError:
        raise Refused(_("This phone number stands twice.")) from None
