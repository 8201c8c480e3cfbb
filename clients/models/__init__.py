from clients.models.ad_source import AdSource
from clients.models.client import Client
from clients.models.phone import ClientPhone

__all__ = ["AdSource", "Client", "ClientPhone"]
