"""Who may be addressed with advertising: who has agreed to it, by that channel (38-FZ art. 18)."""

from clients.models import Consent

# What interactions call the ways of reaching somebody.
CHANNELS = {"call": "phone", "email": "email", "message": "messenger", "letter": "post"}


def may_be_advertised_to(client, channel: str) -> bool:
    """`channel` is one of consents; `Client.objects.may_be_advertised_to` answers for many."""
    return Consent.objects.filter(client=client).to_advertising(channel).exists()
