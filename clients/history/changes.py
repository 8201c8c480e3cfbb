"""Who changed what of a card, when, from what to what: newest first, a page at a time."""

from collections import Counter
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.db.models import F, TextField, Value, Window
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Concat, Lag
from django.utils.translation import pgettext

from clients.history.sources import (
    CARD,
    NAMED,
    OWN,
    PERSON,
    REQUISITES,
    SOURCES,
    code_of,
    said,
)
from clients.history.words import Words, hidden_codes, who
from clients.models.tracking import GONE
from core.changes import Change, Row
from core.prepared import prepared

MOMENTS = 20
BLANK = Value("", TextField())
COLUMNS = ("pgh_created_at", "pgh_context_id", "pgh_id", "pgh_label")
COLUMNS += ("source", "now", "was", "by_user")


class Page(NamedTuple):
    changes: list[Change]
    before: str  # the moment from which the next page goes on; "" on the last one


class Told(NamedTuple):
    """A row of a page before it is drawn; `code` is the attribute that it is about."""

    code: str
    what: str
    before: str
    after: str


def changes_of(client, user, *, field="", before: datetime | None = None) -> Page:
    """What one transaction wrote is one change. `field` narrows to one code of `offered_fields`."""
    moments = _moments(client.pk, field, before)
    more, moments = len(moments) > MOMENTS, moments[:MOMENTS]
    changes = [change for _key, change in _page(client.pk, moments, user, field)]
    return Page(changes, moments[-1].isoformat() if more else "")


def of_card(client, user):
    """Changes of the row itself; its beginning is none and stands among the facts."""
    return CARD.of(client.pk).filter(pgh_label="update")


def told(events, user) -> list:
    """Of events of cards those in which this user sees a change, each with `who` and `rows`; what
    else of the card changed in the same transaction stands with them."""
    shown = {}
    for client_pk in {event.pgh_obj_id for event in events}:
        mine = [event for event in events if event.pgh_obj_id == client_pk]
        page = _page(client_pk, {event.pgh_created_at for event in mine}, user)
        shown |= {(client_pk, *key): change for key, change in page}
    for event in events:
        key = (event.pgh_obj_id, event.pgh_created_at, str(event.pgh_context_id))
        if change := shown.pop(key, None):
            event.who, event.rows = change.who, change.rows
    return [event for event in events if hasattr(event, "rows")]


def _page(client_pk, moments, user, field="") -> list[tuple]:
    """Each change with its transaction."""
    events = _events(client_pk, moments)
    people = who({event["by_user"] for event in events} - {None})
    drawn = _Drawn(client_pk, events, hidden_codes(user), field)
    return [
        (key, Change(key[0], people.get(together[0]["by_user"]), rows))
        for key, together in _by_transaction(events)
        if (rows := drawn.rows(together))
    ]


def _moments(client_pk, field, before):
    """Of each table the newest by its index, and of those the newest of all."""
    found = []
    for source in SOURCES:
        events = _about(source, source.of(client_pk), field) if field else source.of(client_pk)
        if events is None:
            continue
        if before:
            events = events.filter(pgh_created_at__lt=before)
        moments = events.order_by("-pgh_created_at").values_list("pgh_created_at", flat=True)
        found.append(moments.distinct()[: MOMENTS + 1])
    if len(found) == 1:
        return list(found[0])
    return list(found[0].union(*found[1:]).order_by("-pgh_created_at")[: MOMENTS + 1])


def _about(source, events, field):
    """The events that changed this field."""
    path = _path(source, field)
    if source.code == field or (source is PERSON and field in ("people", "email")):
        return events
    if path is None:
        return None
    then = Coalesce(Cast(path, TextField()), BLANK)
    last = Window(Lag(then, default=BLANK), partition_by="pgh_obj_id", order_by="pgh_id")
    return events.annotate(then=then, last=last).exclude(then=F("last"))


def _path(source, field):
    if source is CARD and field.startswith("own."):
        return KeyTextTransform(field.removeprefix("own."), OWN)
    about = [name for name in source.fields if code_of(source, name) == field]
    if source not in (CARD, REQUISITES) or not about:
        return None
    return Concat(*about, output_field=TextField()) if len(about) > 1 else F(about[0])


def _events(client_pk, moments):
    if not moments:
        return []
    moments = tuple(moments)
    # Always as many, so that it is one question.
    events = _written(client_pk, moments + moments[-1:] * (MOMENTS - len(moments)))
    order = {source.name: place for place, source in enumerate(SOURCES)}
    events.sort(key=lambda each: (order[each["source"]], each["pgh_id"]))
    events.sort(key=_transaction, reverse=True)
    return events


@prepared
def _written(client_pk, moments):
    found = [
        source.with_before(source.of(client_pk).filter(pgh_created_at__in=moments)).values(*COLUMNS)
        for source in SOURCES
    ]
    return found[0].union(*found[1:], all=True)


def _transaction(event):
    return event["pgh_created_at"], str(event["pgh_context_id"])


def _by_transaction(events):
    for key, together in groupby(events, key=_transaction):
        yield key, list(together)


class _Drawn:
    def __init__(self, client_pk, events, hidden, field):
        self.client_pk, self.hidden, self.field = client_pk, hidden, field
        self.words = Words([row for event in events for row in (event["now"], event["was"]) if row])

    def rows(self, events) -> list[Row]:
        told = [row for event in events for row in self._told(event) if self._is_shown(row)]
        return [Row(each.what, each.before, each.after) for each in _netted(told)]

    def _is_shown(self, row):
        if self.field:
            return row.code == self.field
        return row.code not in self.hidden

    def _told(self, event):
        source, now, was = NAMED[event["source"]], event["now"], event["was"]
        if event["pgh_label"] == "update" and was is None:
            return [_unknown(source, now, self.words)]
        if was and was["whose"] != self.client_pk:
            was = None  # it has come from another card
        if event["pgh_label"] in GONE:
            now, was = None, now
        elif event["pgh_label"] == "insert":
            was = None
        return self._of_item(source, was, now) if source.code else self._of_row(source, was, now)

    def _of_item(self, source, was, now):
        before, after = (self.words.item(source, row) if row else "" for row in (was, now))
        if before != after:
            yield Told(source.code, self.words.item_label(source, now or was), before, after)

    def _of_row(self, source, was, now):
        one = now or was
        for name in source.fields:
            if name == OWN:
                yield from self._of_own((was or {}).get(OWN, {}), (now or {}).get(OWN, {}))
                continue
            before, after = (said(row, name) if row else None for row in (was, now))
            if before != after and (was or _says(after)) and (now or _says(before)):
                words = [self.words.value(source, name, value) for value in (before, after)]
                yield Told(code_of(source, name), self.words.label(source, name, one), *words)

    def _of_own(self, was, now):
        for code in dict.fromkeys([*was, *now]):
            if was.get(code) != now.get(code):
                words = [
                    self.words.own_value(code, row[code]) if code in row else ""
                    for row in (was, now)
                ]
                yield Told(f"own.{code}", self.words.own_label(code), *words)


def _unknown(source, now, words):
    """The row is older than its history: nobody can say what of it has changed."""
    code = source.code or ("people" if source is PERSON else "")
    what = words.item_label(source, now) if source.code else words.of_whole(source, now)
    said = words.item(source, now) if source.code else ""
    return Told(
        code, what, pgettext("history", "not known"), said or pgettext("history", "changed")
    )


def _says(value):
    """Of a new row what is given is worth a line."""
    return value not in (None, "", False, 0)


def _netted(told: list[Told]) -> list[Told]:
    """What a form has written anew is no change; one gone and one come are one that was changed."""
    gone = Counter((row.what, row.before) for row in told if not row.after)
    come = Counter((row.what, row.after) for row in told if not row.before)
    rest = {"": gone & come, "gone": gone & come}
    left = []
    for row in told:
        again = rest["" if row.after else "gone"]
        if not (row.before and row.after) and again[row.what, row.before or row.after]:
            again[row.what, row.before or row.after] -= 1
        else:
            left.append(row)
    return _paired(left)


def _paired(told):
    together = {}
    for row in told:
        together.setdefault(row.what, []).append(row)
    for rows in together.values():
        if len(rows) == 2 and not (rows[0].after or rows[1].before):
            rows[:] = [rows[0]._replace(after=rows[1].after)]
    return [row for rows in together.values() for row in rows]
