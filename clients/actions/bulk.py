"""Many clients are changed at once: looked at first, then written, then perhaps undone."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clients.bulk import work
from clients.bulk.changes import changes
from clients.models import BulkChange
from core import changesets, clock, jobs, undoing
from core.errors import Refused

UNDO_DAYS = 30
AT_ONCE = 500
DRAFTS_KEPT = timedelta(days=2)


@transaction.atomic
def prepare_bulk_change(clients, *, by, what, value, along=()) -> BulkChange:
    """Settle whom and what it concerns; nothing is written yet."""
    _demand(by)
    change = changes(by).get(what)
    if change is None:
        raise Refused(_("Choose what is to be changed."))
    change.check(value, by)
    pks = list(clients.order_by("pk").values_list("pk", flat=True))
    if not pks:
        raise Refused(_("No client is chosen."))
    return BulkChange.objects.create(
        what=what,
        value=value,
        along=list(along),
        title=change.title(value)[:250],
        pks=pks,
        by=by,
        created_at=clock.now(),
    )


@transaction.atomic
def run_bulk_change(found, *, by) -> BulkChange:
    """Write it: a few at once, many in the worker. Pressed again it goes on where it broke off."""
    locked = _begun(found, by)
    if len(locked.pks) <= AT_ONCE:
        while work.write_piece(locked):
            pass
    return locked


def _begun(found, by):
    _demand(by)
    locked = _locked(found)
    if locked.by_id != by.pk:
        raise PermissionDenied
    if locked.done_at or locked.is_at_work:
        raise Refused(_("This has been written already."))
    if locked.changeset and locked.changeset.undone_at:
        raise Refused(_("This was undone: choose the clients anew."))
    if locked.begun_at is None:
        locked.changeset = changesets.begin("bulk", _titled(locked), by=by, undo_days=UNDO_DAYS)
        locked.begun_at = clock.now()
    if len(locked.pks) > AT_ONCE:
        locked.job = jobs.start(work.RUN, locked.changeset.title[:200], by=by, bulk=locked.pk)
    locked.save(update_fields=["changeset", "begun_at", "job"])
    return locked


@transaction.atomic
def undo_bulk_change(found, *, by) -> BulkChange:
    """Take it back; a row that somebody has changed since stays as it is."""
    _demand(by)
    locked = _locked(found)
    undoing.refuse_at_work(locked.job)
    if locked.changeset is None:
        raise Refused(_("This cannot be undone any more."))
    locked.changeset = undoing.undo(locked.changeset, by=by)
    return locked


def forget_old():
    """Drafts, and whom a change concerned once it cannot be undone any more."""
    now = clock.now()
    BulkChange.objects.filter(begun_at=None, created_at__lt=now - DRAFTS_KEPT).delete()
    final = BulkChange.objects.filter(done_at__lt=now - timedelta(days=UNDO_DAYS))
    final.exclude(pks=[]).update(pks=[])


def _titled(bulk):
    count = len(bulk.pks)
    said = ngettext("%(what)s (%(count)s client)", "%(what)s (%(count)s clients)", count)
    return said % {"what": bulk.title[:220], "count": count}


def _locked(found):
    rows = BulkChange.objects.select_for_update(of=("self",)).select_related("changeset", "job")
    return rows.get(pk=found.pk)


def _demand(by):
    if not by.has_perms(work.RIGHTS):
        raise PermissionDenied
