"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from clients.models import Client
from core import registry


def contribute():
    registry.add_owner(
        registry.Owner(Client, Client.objects.visible_to, attach_right="core.add_attachment")
    )
