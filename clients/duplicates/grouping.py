"""Pairs become groups: whoever is linked through others is one group to look at."""

from django.db import transaction
from django.utils.dateparse import parse_datetime

from clients.duplicates.lifecycle import Status
from clients.models import Client, DuplicateGroup, DuplicatePair
from core import clock

TITLE = 250


@transaction.atomic
def regroup(since: str):
    """Open pairs that the search begun at `since` has not found any more go; the others are
    grouped, each into the group that it has been in if there is one. What was rejected stays."""
    open_pairs = DuplicatePair.objects.filter(group=None) | DuplicatePair.objects.filter(
        group__status=Status.NEW
    )
    DuplicatePair.objects.filter(
        pk__in=open_pairs.filter(found_at__lt=parse_datetime(since)).values("pk")
    ).delete()
    for pairs in _linked(list(open_pairs.select_related(None))):
        _group(pairs)
    DuplicateGroup.objects.open().filter(pairs=None).delete()


def _linked(pairs) -> list[list[DuplicatePair]]:
    head = {}

    def of(pk):
        while head.setdefault(pk, pk) != pk:
            head[pk] = head[head[pk]]
            pk = head[pk]
        return pk

    for pair in pairs:
        head[of(pair.first_id)] = of(pair.second_id)
    found = {}
    for pair in pairs:
        found.setdefault(of(pair.first_id), []).append(pair)
    return list(found.values())


def _group(pairs):
    pks = sorted({pk for pair in pairs for pk in (pair.first_id, pair.second_id)})
    names = dict(Client.objects.filter(pk__in=pks).values_list("pk", "name"))
    said = {
        "title": ", ".join(names[pk] for pk in pks)[:TITLE],
        "score": max(pair.score for pair in pairs),
        "size": len(pks),
    }
    known = sorted({pair.group_id for pair in pairs} - {None})
    if known:
        DuplicateGroup.objects.filter(pk=known[0]).exclude(**said).update(**said)
        group_id = known[0]
    else:
        group_id = DuplicateGroup.objects.create(found_at=clock.now(), **said).pk
    strangers = [pair.pk for pair in pairs if pair.group_id != group_id]
    DuplicatePair.objects.filter(pk__in=strangers).update(group=group_id)
