"""How a card stood at the end of a day."""

from clients.history.sources import CARD, NAMED, OWN, SOURCES, code_of
from clients.history.words import Words, hidden_codes
from clients.models.tracking import GONE
from core import clock
from core.changes import Row


def stood_on(client, user, day) -> list[Row] | None:
    """(label, "", words) of what was given; None where nothing was known of the client yet."""
    rows = _rows(client.pk, day)
    if CARD.name not in rows:
        return None
    words = Words([row for together in rows.values() for row in together])
    hidden = hidden_codes(user)
    told = [
        (label, said)
        for source in SOURCES
        for row in rows.get(source.name, ())
        for code, label, said in _told(words, source, row)
        if said and code not in hidden
    ]
    together = {}
    for label, said in told:
        together.setdefault(label, []).append(said)
    return [Row(label, "", "\n".join(said)) for label, said in together.items()]


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
        elif row[name]:
            yield (
                code_of(source, name),
                words.label(source, name, row),
                words.value(source, name, row[name]),
            )
