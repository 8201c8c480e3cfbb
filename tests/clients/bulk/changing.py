"""Changing many in one line, and what stands there then."""

from clients.actions import bulk as actions
from clients.models import Client


def clients(*chosen):
    pks = [client.pk for client in chosen]
    return Client.objects.filter(pk__in=pks) if chosen else Client.objects.all()


def changed(what, value, *chosen, by, along=()):
    found = actions.prepare_bulk_change(
        clients(*chosen), by=by, what=what, value=value, along=along
    )
    return actions.run_bulk_change(found, by=by)


def to(person):
    return [person._meta.label_lower, person.pk]


def said(name):
    return list(Client.objects.order_by("pk").values_list(name, flat=True))
