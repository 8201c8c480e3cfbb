"""From a row's page to the next one of the list it was opened from, and back to the list.

A row's link carries the list's query as `from`; its page asks for the neighbours once it is shown.
"""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from django.db.models import Value
from django.http import QueryDict
from django.urls import reverse

from core.lists import keyset

FROM = "from"


class Way(NamedTuple):
    """`back` to the list as it was; `neighbours_url` is empty where the row came from elsewhere."""

    back: str
    neighbours_url: str


def links(list_) -> Callable[[str], str]:
    """Makes rows' addresses that know the list as it stands, its page included."""
    here = quote(list_.data.urlencode())
    return lambda url: f"{url}?{FROM}={here}" if url else ""


def way(request, list_class, row) -> Way:
    address = reverse(list_class.url_name)
    if FROM not in request.GET:
        return Way(address, "")
    query = QueryDict(request.GET[FROM]).urlencode()
    asked = reverse("core:list_neighbours", args=[list_class.code, row.pk])
    return Way(f"{address}?{query}#row-{row.pk}", f"{asked}?{query}")


def neighbours(list_, row) -> tuple[str, str]:
    """Addresses of the row before and the row after, empty at the ends; `row` itself may have left
    the list meanwhile."""
    link = links(list_)
    return tuple(
        link(list_.row_url(found)) if found else ""
        for found in (_beside(list_, row, forward=False), _beside(list_, row, forward=True))
    )


def _beside(list_, row, *, forward):
    name, falling = list_.sort.lstrip("-"), list_.sort.startswith("-")
    held, last = keyset.holder(row, name)
    here = (
        Value(getattr(held, last), output_field=held._meta.get_field(last)),
        Value(row.pk, output_field=row._meta.pk),
    )
    down = falling == forward
    order = "-" if down else ""
    beyond = list_.queryset.filter(keyset.beyond(name, here, down=down))
    ordered = beyond.order_by(f"{order}{name}", f"{order}{keyset.tie(name)}")
    return ordered.prefetch_related(None).first()
