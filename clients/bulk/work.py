"""The writing: in pieces, each of which is kept whole together with how far it came, so that work
that was stopped or killed goes on behind it. Rights are asked for each piece anew."""

from collections import Counter

from django.db import transaction
from django.utils.translation import gettext as _

from clients.bulk.change import split
from clients.bulk.changes import changes
from clients.models import BulkChange, Client
from company.models import Employee
from core import clock, jobs
from core.errors import Refused

PIECE = 1_000
RIGHTS = ("clients.bulk_client", "clients.change_client")


def run(job, progress):
    found = _bulk(job)
    progress.say(found.position, len(found.pks))
    while write_piece(found):
        progress.say(found.position, len(found.pks))


@transaction.atomic
def write_piece(found) -> bool:
    """The next clients; False once there are none."""
    locked = BulkChange.objects.select_for_update(of=("self",)).get(pk=found.pk)
    by = permitted(locked.by_id)
    pks = locked.pks[locked.position : locked.position + PIECE]
    change = change_of(locked, by)
    if pks:
        change.check(locked.value, by)
        counts = Counter(locked.counts)
        counts.update(_written(locked, change, pks, by))
        _note(found, counts=counts, changed_count=counts["changed"])
        _note(found, position=locked.position + len(pks))
        return True
    change.finish(locked.value)
    _note(found, done_at=locked.done_at or clock.now())
    return False


def _written(bulk, change, pks, by) -> dict[str, int]:
    chosen = Client.objects.visible_to(by).filter(pk__in=pks)
    seen = list(chosen.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    parts = split(change, chosen.filter(pk__in=seen), bulk.value)
    changing = list(parts.changing.order_by("pk").values_list("pk", flat=True))
    barred = sum(rows.count() for _reason, rows in parts.barred)
    went = {}
    if changing:
        rows = Client.objects.filter(pk__in=changing)
        went = change.apply(bulk.changeset, rows, bulk.value, by=by, along=bulk.along)
    return {
        "changed": len(changing),
        "barred": barred,
        "same": len(seen) - len(changing) - barred,
        "gone": len(pks) - len(seen),
        **{f"along:{label}": count for label, count in went.items()},
    }


def change_of(found, by):
    known = changes(by)
    if found.what not in known:
        raise Refused(_("What was to be changed is not there any more."))
    return known[found.what]


def permitted(pk) -> Employee:
    """Whoever has left meanwhile, or lost the right, changes no more clients."""
    by = Employee.objects.select_related("role", "office").get(pk=pk)
    if not by.has_perms(RIGHTS):
        raise Refused(_("The right to change clients in bulk is not there any more."))
    return by


def finish_undone(changeset, *, by):
    """What follows from the clients as they are again, such as the count of a segment."""
    found = BulkChange.objects.filter(changeset=changeset).select_related("by__role").first()
    change = changes(found.by).get(found.what) if found else None
    if change:
        change.finish(found.value)


def _bulk(job):
    found = BulkChange.objects.select_related("changeset", "by__role")
    return found.get(pk=job.arguments["bulk"])


def _note(found, **values):
    BulkChange.objects.filter(pk=found.pk).update(**values)
    for name, value in values.items():
        setattr(found, name, value)


RUN = jobs.JobKind("bulk_change", run)
