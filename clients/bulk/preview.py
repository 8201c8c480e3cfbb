"""What a change would do, before anything is written."""

from typing import NamedTuple

from clients.bulk import work
from clients.bulk.change import split
from clients.bulk.manager import along, carried
from clients.models import Client

SHOWN = 20


class Row(NamedTuple):
    client: Client
    before: str
    after: str


class Preview(NamedTuple):
    total: int
    changing: int
    same: int
    barred: list[tuple[str, int]]
    gone: int
    rows: list[Row]
    along: list[tuple[str, int]]  # (what goes with the clients, how many)


def preview(found) -> Preview:
    by = found.by
    change = work.change_of(found, by)
    seen = Client.objects.visible_to(by).without_grams().filter(pk__in=found.concerned())
    parts = split(change, seen, found.value)
    barred = [(reason, count) for reason, rows in parts.barred if (count := rows.count())]
    changing, same = parts.changing.count(), parts.same.count()
    return Preview(
        total=len(found.pks),
        changing=changing,
        same=same,
        barred=barred,
        gone=len(found.pks) - changing - same - sum(count for _reason, count in barred),
        rows=_rows(change, parts.changing, found.value),
        along=[
            (duty.label, carried(duty, parts.changing).count())
            for duty in along()
            if duty.code in found.along
        ],
    )


def _rows(change, changing, value):
    first = list(changing.order_by("folded_name", "pk")[:SHOWN])
    before = change.before(Client.objects.filter(pk__in=[client.pk for client in first]))
    return [
        Row(client, before[client.pk], change.after(before[client.pk], value)) for client in first
    ]
