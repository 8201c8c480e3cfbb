"""A changeset taken back piece by piece: a few rows at once, many in the worker. Each piece is kept
together with how far it came, so that whoever was stopped or killed goes on behind it.

A row that somebody has changed since stays; the changeset counts those and names the first ones.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from core import changesets, clock, jobs, registry
from core.errors import Refused
from core.models import Changeset

AT_ONCE = 500
SHOWN = 50


@transaction.atomic
def undo(changeset, *, by) -> Changeset:
    """Begin it, or go on where it broke off; whether this person may is the caller's to know."""
    locked = _locked(changeset.pk)
    if locked.undo_broke_off:
        locked.undone_by = by
        locked.save(update_fields=["undone_by"])
    else:
        changesets.begin_undo(locked, by=by)
    if _ahead(locked).count() > AT_ONCE:
        title = _("Undoing: %(what)s") % {"what": locked.title}
        locked.undo_job = jobs.start(KIND, title[:200], by=by, changeset=locked.pk)
        locked.save(update_fields=["undo_job"])
        return locked
    while undo_piece(locked.pk):
        pass
    return _locked(changeset.pk)


def run(job, progress):
    found = Changeset.objects.get(pk=job.arguments["changeset"])
    total = found.rows.count()
    done = total - _ahead(found).count()
    progress.say(done, total)
    while count := undo_piece(found.pk):
        done += count
        progress.say(done, total)


@transaction.atomic
def undo_piece(pk) -> int:
    """How many rows it went backwards; none at the end."""
    locked = _locked(pk)
    if locked.undo_done_at:
        return 0
    piece = changesets.undo_piece(locked, locked.undone_to)
    if piece is None:
        locked.undo_done_at = clock.now()
        locked.save(update_fields=["undo_done_at"])
        registry.announce("changeset_undone", locked, by=locked.undone_by)
        return 0
    locked.undone_to = piece.lowest
    locked.left_count += len(piece.left)
    locked.left = [*locked.left, *piece.left][:SHOWN]
    locked.save(update_fields=["undone_to", "left_count", "left"])
    return piece.count


def refuse_at_work(job):
    """What is still being written is not taken back at the same time."""
    if job and job.is_open:
        raise Refused(_("This is being worked on: wait or stop it."))


def _ahead(changeset):
    rows = changeset.rows.all()
    return rows if changeset.undone_to is None else rows.filter(pk__lt=changeset.undone_to)


def _locked(pk):
    rows = Changeset.objects.select_for_update(of=("self",))
    return rows.select_related("undo_job", "undone_by").get(pk=pk)


KIND = jobs.JobKind("undo_changeset", run)
