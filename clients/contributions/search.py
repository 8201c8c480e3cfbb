"""Clients found by the search of the frame."""

from clients.models import Client
from core.phones import show
from core.registry import SearchHit


def find(user, text, limit):
    return [_hit(client, user) for client in _seen(user).best_found_by(text, limit)]


def find_nearest(user, text, limit):
    found, names = _seen(user).best_or_nearest(text, limit)
    return [_hit(client, user) for client in found], names


def _seen(user):
    return Client.objects.visible_to(user).without_grams().prefetch_related("phones")


def _hit(client, user):
    numbers = client.phones.all()[:2] if user.sees_field("phone") else []
    return SearchHit(
        title=client.name,
        note=", ".join(show(phone.e164) for phone in numbers),
        url=client.get_absolute_url(),
        icon="building" if client.kind == Client.Kind.ORGANISATION else "user",
    )
