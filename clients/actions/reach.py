"""Where a client or one of its people is reached: written as a whole, from what a form shows."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clients.models import Address, ClientPhone, Email, Messenger
from core import phones
from core.errors import Refused


def write_phones(client, text, *, person=None):
    """All numbers found in `text`, the first one main; a line without a number is refused."""
    found = list(dict.fromkeys(phones.find_in_lines(text)))
    client.phones.filter(person=person).delete()
    try:
        with transaction.atomic():
            ClientPhone.objects.bulk_create(
                ClientPhone(
                    client=client,
                    person=person,
                    e164=phone.e164,
                    extension=phone.extension,
                    reversed_digits=phones.reversed_tail(phone.e164),
                    is_main=place == 0,
                )
                for place, phone in enumerate(found)
            )
    except IntegrityError:
        raise Refused(_("This phone number stands twice.")) from None


def write_reach(client, *, emails=(), messengers=(), addresses=(), person=None):
    """Further e-mails, messengers as (service, handle) and addresses as (use, address); each once.
    Only a client has addresses."""
    of_whom = {"client": client, "person": person}
    Email.objects.filter(**of_whom).delete()
    Email.objects.bulk_create(Email(**of_whom, email=each) for each in dict.fromkeys(emails))
    Messenger.objects.filter(**of_whom).delete()
    Messenger.objects.bulk_create(
        Messenger(**of_whom, service=service, handle=handle)
        for service, handle in dict.fromkeys(messengers)
    )
    if person is None:
        client.addresses.all().delete()
        known = {address: use for use, address in addresses}
        Address.objects.bulk_create(
            Address(client=client, use=use, address=address) for address, use in known.items()
        )
