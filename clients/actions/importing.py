"""A file from its upload to its undoing."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from clients.importing import columns as reading_columns
from clients.importing import kinds, reading, work
from clients.models import Import
from core import changesets, clock, jobs, undoing
from core.errors import Refused

UNDO_DAYS = 30
KEPT = timedelta(days=UNDO_DAYS)


def upload_import(upload, *, kind, by) -> Import:
    """Keep the file and suggest what its columns say. Refused if it is no table of ours."""
    _refuse_stranger(kind, by)
    if upload.size > reading.MAX_BYTES:
        raise Refused(_("The file is larger than 50 MB: divide it."))
    table = reading.opened(upload.file)
    fields = kind.fields(by)
    known = {each.code for each in fields}
    columns = [code if code in known else "" for code in table.codes]
    found = Import(
        kind=kind.code,
        name=upload.name[-200:],
        headings=table.headings,
        columns=columns or reading_columns.suggested(kind, table.headings, fields),
        by=by,
        uploaded_at=clock.now(),
    )
    upload.file.seek(0)
    found.file.save(get_valid_filename(upload.name)[-80:], File(upload.file), save=False)
    found.save()
    return found


@transaction.atomic
def check_import(found, *, by, columns) -> Import:
    """Remember what each column says, and look at every row without writing one."""
    kind, locked = _taken(found, by)
    if locked.begun_at:
        raise Refused(_("This file is being brought in already."))
    if not any(columns):
        raise Refused(_("Say of one column at least what stands in it."))
    reading_columns.remember(kind, locked.headings, columns)
    locked.columns, locked.checked_at = columns, None
    title = _("Check of the file “%(name)s”") % {"name": locked.name}
    return _started(locked, work.CHECK, title, by)


@transaction.atomic
def run_import(found, *, by) -> Import:
    """Bring the rows in, or go on where it was stopped."""
    _kind, locked = _taken(found, by)
    if not locked.checked_at or locked.done_at:
        raise Refused(_("Check the file first."))
    if locked.changeset and locked.changeset.undone_at:
        raise Refused(_("This import was undone. Upload the file once more."))
    title = _("Import of the file “%(name)s”") % {"name": locked.name}
    if not locked.begun_at:
        locked.changeset = changesets.begin("import", title, by=by, undo_days=UNDO_DAYS)
        locked.begun_at, locked.counts, locked.position = clock.now(), {}, 0
        locked.rows.all().delete()
    return _started(locked, work.RUN, title, by)


@transaction.atomic
def undo_import(found, *, by) -> Import:
    """Take back what it wrote; a row that somebody has changed since stays as it is."""
    _kind, locked = _taken(found, by)
    if locked.changeset is None:
        raise Refused(_("This cannot be undone any more."))
    locked.changeset = undoing.undo(locked.changeset, by=by)
    return locked


def forget_old():
    """A file of names and phones does not lie about once it cannot be undone any more."""
    for found in Import.objects.filter(uploaded_at__lt=clock.now() - KEPT):
        found.file.delete(save=False)
        found.delete()


def _taken(found, by):
    kind = kinds.kind_of(found.kind)
    _refuse_stranger(kind, by)
    locked = Import.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.is_at_work:
        raise Refused(_("The file is being worked through: wait or stop it."))
    return kind, locked


def _started(locked, kind, title, by):
    locked.job = jobs.start(kind, title[:200], by=by, **{"import": locked.pk})
    locked.save()
    return locked


def _refuse_stranger(kind, by):
    if not by.has_perm(kind.right):
        raise PermissionDenied
