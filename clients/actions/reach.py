"""Where a client or one of its people is reached: written as a whole, from what a form shows. Rows
that say what they said stay, so that the history tells of what has changed and of nothing else."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clients.models import Address, ClientPhone, Email, Messenger
from core import phones
from core.errors import Refused


def write_phones(client, text, *, person=None):
    """All numbers found in `text`, the first one main; a line without a number is refused."""
    found = list(dict.fromkeys(phones.find_in_lines(text)))
    wanted = [
        ClientPhone(
            client=client,
            person=person,
            e164=phone.e164,
            extension=phone.extension,
            reversed_digits=phones.reversed_tail(phone.e164),
            is_main=place == 0,
        )
        for place, phone in enumerate(found)
    ]
    try:
        with transaction.atomic():
            _write(ClientPhone.objects.filter(client=client, person=person), wanted)
    except IntegrityError:
        raise Refused(_("This phone number stands twice.")) from None


def write_reach(client, *, emails=None, messengers=None, addresses=None, person=None):
    """Further e-mails, messengers as (service, handle) and addresses as (use, address); each once.
    Only a client has addresses. What is not given stays as it is."""
    whose = {"client": client, "person": person}
    if emails is not None:
        _write(
            Email.objects.filter(**whose),
            [Email(**whose, email=each) for each in dict.fromkeys(emails)],
        )
    if messengers is not None:
        _write(
            Messenger.objects.filter(**whose),
            [
                Messenger(**whose, service=service, handle=handle)
                for service, handle in dict.fromkeys(messengers)
            ],
        )
    if person is None and addresses is not None:
        known = {address: use for use, address in addresses}
        _write(
            Address.objects.filter(client=client),
            [Address(client=client, use=use, address=address) for address, use in known.items()],
        )


def _write(rows, wanted):
    """They are shown as they were written: from the first that differs on, all are new."""
    kept = list(rows)
    same = 0
    for row, new in zip(kept, wanted, strict=False):
        if _said(row) != _said(new):
            break
        same += 1
    if gone := [row.pk for row in kept[same:]]:
        rows.model.objects.filter(pk__in=gone).delete()
    if wanted[same:]:
        rows.model.objects.bulk_create(wanted[same:])


def _said(row):
    return [getattr(row, field.attname) for field in row._meta.concrete_fields[1:]]
