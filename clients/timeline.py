"""All that happened with a client in one order, whatever app it belongs to: the newest first.

Each source keeps its moments in an index that begins with the client, so a page asks each for the
keys of its next few, takes the newest of all, and fetches only those: a story of ten thousand costs
what one of twenty does.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, DateTimeField, F, SmallIntegerField, Value
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property

from core import addresses, cells, registry
from core.lists import keyset
from core.prepared import prepared

SIZE = 20
PAST_ALL, BEFORE_ALL = 2**63 - 1, 0  # beside a moment: none of its rows seen yet, or all of them
NARROWED, SEEN = "kind", "after"


class Key(NamedTuple):
    at: datetime
    place: int  # of the source among all
    pk: int


@dataclass(frozen=True)
class Entry:
    source: Any
    at: datetime
    row: Any

    @property
    def iso(self):
        return timezone.localtime(self.at).isoformat()

    @property
    def when(self):
        return cells.moment(self.at)


def sources_for(user):
    return registry.permitted(registry.timeline_sources, user)


@prepared
def _next(client, user, at, pk, *, shown, seen_place):
    """The keys that follow what was seen, of the sources at these places."""
    seen = None if seen_place is None else Key(at, seen_place, pk)
    sources = sources_for(user)
    first, *others = [_next_of(client, user, place, sources[place], seen) for place in shown]
    if not others:
        return first
    merged = first.union(*others, all=True)
    return merged.order_by("-entry_at", "entry_place", "-entry_pk")[: SIZE + 1]


def _next_of(client, user, place, source, seen):
    rows = source.rows(client, user)
    if seen:
        rows = rows.filter(keyset.beyond(source.moment, _past(place, seen), down=True))
    keys = rows.order_by(f"-{source.moment}", "-pk").annotate(
        entry_at=F(source.moment),
        entry_place=Value(place, output_field=SmallIntegerField()),
        entry_pk=F("pk"),
    )
    return keys.values_list("entry_at", "entry_place", "entry_pk")[: SIZE + 1]


def _past(place, seen):
    """Of one moment the sources follow each other, and of one source the ids."""
    pk = seen.pk
    if place != seen.place:
        pk = PAST_ALL if place > seen.place else BEFORE_ALL
    return (
        Value(seen.at, output_field=DateTimeField()),
        Value(pk, output_field=BigIntegerField()),
    )


@prepared
def _fetched(client, user, pks, *, place):
    source = sources_for(user)[place]
    return source.fetch(source.rows(client, user).filter(pk__in=pks), user)


class Timeline:
    """As the address says: `kind` narrows to sources, `after` is the last entry seen."""

    def __init__(self, client, user, data: QueryDict):
        self.client, self.user, self.data = client, user, data
        self.sources = sources_for(user)
        asked = data.getlist(NARROWED)
        self.chosen = [each.code for each in self.sources if each.code in asked]
        self.seen = _read(data.get(SEEN, ""))

    @cached_property
    def _keys(self) -> list[Key]:
        shown = [
            place
            for place, each in enumerate(self.sources)
            if not self.chosen or each.code in self.chosen
        ]
        if not shown:
            return []
        at, place, pk = self.seen or Key(None, None, None)
        found = _next(self.client, self.user, at, pk, shown=tuple(shown), seen_place=place)
        return [Key(*each) for each in found]

    @cached_property
    def entries(self) -> list[Entry]:
        keys = self._keys[:SIZE]
        fetched = {}
        for place, together in groupby(sorted(keys, key=lambda key: key.place), _place):
            source = self.sources[place]
            pks = [key.pk for key in together]
            # Always as many, so that it is one question.
            pks += pks[-1:] * (SIZE - len(pks))
            rows = _fetched(self.client, self.user, tuple(pks), place=place)
            if source.finish:
                rows = source.finish(rows, self.user)
            fetched |= {(place, row.pk): row for row in rows}
        return [
            Entry(self.sources[key.place], key.at, fetched[key.place, key.pk])
            for key in keys
            if (key.place, key.pk) in fetched
        ]

    @property
    def more(self) -> str:
        """The query of what follows, empty at the end."""
        return self._query(**{SEEN: _written(self._keys[SIZE - 1])}) if self._has_more else ""

    @property
    def _has_more(self):
        return len(self._keys) > SIZE

    @property
    def newest(self) -> str:
        """The query of the beginning, under the same kinds."""
        return self._query()

    def chips(self):
        """One for each kind: pressed, it is shown alone or together with others pressed."""
        for source in self.sources:
            on = source.code in self.chosen
            kinds = [code for code in self.chosen if code != source.code]
            kinds += [] if on else [source.code]
            query = self._query(**{NARROWED: kinds})
            yield {"source": source, "active": on, "url": self._page(query), "query": query}

    def _query(self, **changes) -> str:
        query = self.data.copy()
        query.pop(SEEN, None)
        for name, value in changes.items():
            query.setlist(name, value if isinstance(value, list) else [value])
        return query.urlencode()

    def _page(self, query):
        """Of the client, with the timeline as it then stands."""
        return f"{self.client.get_absolute_url()}?{query}".rstrip("?") + "#timeline"

    @property
    def more_url(self):
        return self._page(self.more)

    @cached_property
    def address(self):
        return addresses.of_row("clients:timeline", self.client.pk)


def _place(key):
    return key.place


def _written(key: Key) -> str:
    packed = json.dumps([key.at.isoformat(), key.place, key.pk])
    return base64.urlsafe_b64encode(packed.encode()).decode()


def _read(cursor) -> Key | None:
    try:
        at, place, pk = json.loads(base64.urlsafe_b64decode(cursor))
        return Key(datetime.fromisoformat(at), int(place), int(pk))
    except (ValueError, TypeError, binascii.Error):
        return None
