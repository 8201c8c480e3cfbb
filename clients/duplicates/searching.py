"""The bulk search of likely duplicates: long work over the whole base, in parts of the passes. What
a part finds is written at once, so that a run that was broken off or stopped goes on from there."""

from collections import defaultdict

from django.db import transaction
from django.utils.translation import gettext as _

from clients.duplicates import blocking, finding
from clients.duplicates.grouping import regroup
from clients.duplicates.records import record
from clients.models import Client, ClientPhone, ContactPerson, DuplicatePair, Email
from core import clock, jobs
from core.models import Job

PARTS = 8  # of each pass
CHUNK = 2_000
ROUNDS = len(blocking.PASSES) * PARTS


def start(*, by):
    """Search, or go on where the last search was stopped."""
    last = Job.objects.filter(kind=KIND.code).first()
    if last and last.is_open:
        return last
    job = jobs.start(KIND, _("Search for duplicates in the whole base"), by=by)
    if last and last.state == Job.State.STOPPED and last.checkpoint:
        Job.objects.filter(pk=job.pk).update(checkpoint=last.checkpoint)
    return job


def run(job, progress):
    total = ROUNDS + 2
    begun = job.checkpoint or {"round": 0, "since": clock.now().isoformat()}
    progress.say(begun["round"], total, begun)
    records = list(all_records())
    usual = finding.usual_of(records)
    for number in range(begun["round"], ROUNDS):
        keys_of, at = blocking.PASSES[number // PARTS], number % PARTS
        found = finding.part(records, usual, keys_of, at / PARTS, (at + 1) / PARTS)
        keep(records, found)
        progress.say(number + 1, total, begun | {"round": number + 1})
    progress.say(ROUNDS + 1, total)
    regroup(begun["since"])
    progress.say(total, total)


def all_records():
    """The base, read chunk by chunk: what is compared of each client."""
    rows = Client.objects.order_by("pk").values_list(
        "pk", "name", "kind", "address", "email", "requisites__inn", "requisites__kpp"
    )
    last = 0
    while chunk := list(rows.filter(pk__gt=last)[:CHUNK]):
        last = chunk[-1][0]
        yield from _recorded(chunk, [row[0] for row in chunk])


def _recorded(chunk, pks):
    numbers = _by_client(ClientPhone.objects.filter(client__in=pks), "e164")
    emails = _by_client(Email.objects.filter(client__in=pks, person=None), "email")
    born = ContactPerson.objects.filter(client__in=pks).exclude(birthday=None)
    birthdays = _by_client(born, "birthday")
    for pk, name, kind, address, email, inn, kpp in chunk:
        is_firm = kind == Client.Kind.ORGANISATION
        yield record(
            pk,
            name,
            is_firm=is_firm,
            address=address,
            emails=(*filter(None, [email]), *emails[pk]),
            phones=tuple(dict.fromkeys(numbers[pk])),
            inn=inn or "",
            kpp=kpp or "",
            birthdays=() if is_firm else tuple(f"{day:%Y%m%d}" for day in birthdays[pk]),
        )


def _by_client(rows, name):
    found = defaultdict(list)
    for client, value in rows.order_by("pk").values_list("client", name):
        found[client].append(value)
    return found


def keep(records, found):
    """Write the pairs that a part suggests; one known already only gets its newest reasons."""
    now, fresh = clock.now(), {}
    for one, other, verdict in found:
        first, second = sorted((records[one].pk, records[other].pk))
        fresh[first, second] = verdict
    gone = _gone(fresh)
    DuplicatePair.objects.bulk_create(
        [
            DuplicatePair(
                first_id=first,
                second_id=second,
                score=verdict.percent,
                reasons=list(verdict.reasons),
                found_at=now,
            )
            for (first, second), verdict in fresh.items()
            if first not in gone and second not in gone
        ],
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["score", "reasons", "found_at"],
    )


def _gone(pairs):
    """Who has been merged or erased while the search went on."""
    named = {pk for pair in pairs for pk in pair}
    with transaction.atomic():
        there = Client.objects.filter(pk__in=named).values_list("pk", flat=True)
        return named - set(there)


KIND = jobs.JobKind("duplicates", run, page="clients:duplicates")
