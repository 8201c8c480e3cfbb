"""How a card stood at the end of a day."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from clients.history.sources import CARD, NAMED, OWN, SOURCES, code_of, said
from clients.history.words import Words, hidden_codes
from clients.models.tracking import GONE
from core import clock
from core.changes import Row


class Kept(NamedTuple):
    """Since when the history of a card is kept, None where nothing is, and whether all of what is
    on the card now is in it: a card may be older than its history."""

    since: datetime | None
    is_whole: bool


def kept(client) -> Kept:
    first = CARD.of(client.pk).order_by("pgh_created_at", "pgh_id").first()
    if first is None:
        return Kept(None, False)
    return Kept(first.pgh_created_at, first.pgh_label == "insert" and not _has_untold(client.pk))


def _has_untold(client_pk):
    """Rows of the card of which nobody knows when they came."""
    come = [
        source.model._base_manager.filter(client=client_pk)
        .exclude(Exists(source.events.filter(pgh_obj_id=OuterRef("pk"), pgh_label="insert")))
        .order_by()
        .values("pk")
        for source in SOURCES
        if source is not CARD
    ]
    return bool(come[0].union(*come[1:], all=True)[:1])


def stood_on(client, user, day) -> list[Row] | None:
    """(label, "", words) of what was given; None where nothing was known of the client yet."""
    rows = _rows(client.pk, day)
    if CARD.name not in rows:
        return None
    words = Words([row for together in rows.values() for row in together])
    hidden = hidden_codes(user)
    told = [
        (label, words_of_it)
        for source in SOURCES
        for row in rows.get(source.name, ())
        for code, label, words_of_it in _told(words, source, row)
        if words_of_it and code not in hidden
    ]
    together = {}
    for label, words_of_it in told:
        together.setdefault(label, []).append(words_of_it)
    return [Row(label, "", "\n".join(lines)) for label, lines in together.items()]


def _rows(client_pk, day) -> dict[str, list[dict]]:
    """What each row of the card said last on that day."""
    until = clock.during("pgh_created_at", None, day)
    found = [
        source.told(source.of(client_pk).filter(**until))
        .order_by("pgh_obj_id", "-pgh_id")
        .distinct("pgh_obj_id")
        .values("source", "pgh_obj_id", "pgh_label", "now")
        for source in SOURCES
    ]
    rows = {}
    for event in found[0].union(*found[1:], all=True).order_by("pgh_obj_id"):
        if event["pgh_label"] not in GONE:
            rows.setdefault(NAMED[event["source"]].name, []).append(event["now"])
    return rows


def _told(words, source, row):
    if source.code:
        yield source.code, words.item_label(source, row), words.item(source, row)
        return
    for name in source.fields:
        if name == OWN:
            for code, value in row[OWN].items():
                yield f"own.{code}", words.own_label(code), words.own_value(code, value)
        elif value := said(row, name):
            yield (
                code_of(source, name),
                words.label(source, name, row),
                words.value(source, name, value),
            )
