"""Moves that change many rows at once and can be taken back as one: merges, bulk changes, imports.

A verb opens a changeset and makes its changes through it; each row's values before and after are
kept. `undo` goes backwards and touches a row only if it still says what the move left there.
"""

import json
from datetime import timedelta
from itertools import groupby, islice
from typing import NamedTuple

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import clock
from core.errors import Refused
from core.models import ChangedRow, Changeset

CHUNK = 2_000


def begin(kind, title, *, by, undo_days) -> Changeset:
    now = clock.now()
    until = now + timedelta(days=undo_days)
    return Changeset.objects.create(kind=kind, title=title[:250], by=by, at=now, undo_until=until)


def update(changeset, rows, **values) -> int:
    """`rows.update(**values)` with a memory; rows that say this already are left out of it."""
    model = rows.model
    names = [model._meta.get_field(name).attname for name in values]
    locked = rows.only("pk", *names).order_by("pk").select_for_update(of=("self",))
    changed = 0
    for chunk in _chunks(locked.iterator(CHUNK)):
        differing = _set(changeset, model, ((row, values) for row in chunk))
        kept = model._base_manager.filter(pk__in=[row.pk for row in differing])
        kept.update(**values, **_next_version(model))
        changed += len(differing)
    return changed


def update_each(changeset, model, values: dict) -> int:
    """The same with values of its own for each row: {pk: {name: value}}."""
    changed = 0
    for pks in _chunks(sorted(values)):
        rows = model._base_manager.select_for_update(of=("self",)).in_bulk(pks)
        each = ((row, values[pk]) for pk, row in sorted(rows.items()))
        differing = _set(changeset, model, each)
        _write(model, differing, {name for row in differing for name in values[row.pk]})
        changed += len(differing)
    return changed


def _set(changeset, model, pairs) -> list:
    """Give the rows their values and remember both; those that said them already are left out."""
    changes, differing = [], []
    for row, values in pairs:
        before = said(row, values)
        for name, value in values.items():
            setattr(row, name, value)
        after = said(row, values)
        if before != after:
            changes.append((row.pk, before, after))
            differing.append(row)
    _keep(changeset, model, changes)
    return differing


def created(changeset, objects):
    """Rows of one model that the move has made: undone, they go."""
    for chunk in _chunks(objects):
        _keep(changeset, type(chunk[0]), ((row.pk, None, said(row)) for row in chunk))


def delete(changeset, rows) -> int:
    """Delete `rows` so that they come back with their numbers. What hangs on them by a cascade is
    the caller's to move or delete first."""
    gone = list(rows)
    if gone:
        _keep(changeset, rows.model, ((row.pk, said(row), None) for row in gone))
        rows.model._base_manager.filter(pk__in=[row.pk for row in gone]).delete()
    return len(gone)


@transaction.atomic
def undo(changeset, *, by, all_or_nothing=True) -> int:
    """Take everything back; the number of rows that were left alone since they changed meanwhile.

    Refused if somebody was faster, if the time is over and, with `all_or_nothing`, if one row says
    something else by now.
    """
    begin_undo(changeset, by=by)
    left = len(_taken_back(changeset.rows.order_by("-pk").iterator(CHUNK)))
    if left and all_or_nothing:
        raise Refused(
            ngettext(
                "%(count)s row has changed since: undo it by hand.",
                "%(count)s rows have changed since: undo them by hand.",
                left,
            )
            % {"count": left}
        )
    Changeset.objects.filter(pk=changeset.pk).update(undo_done_at=clock.now())
    changeset.refresh_from_db()
    return left


def begin_undo(changeset, *, by):
    """Nobody else may undo it then; `core/undoing.py` goes on piece by piece."""
    mine = Changeset.objects.undoable().filter(pk=changeset.pk)
    if not mine.update(undone_at=clock.now(), undone_by=by):
        raise Refused(_("This cannot be undone any more."))
    changeset.refresh_from_db()


class Piece(NamedTuple):
    lowest: int  # the next piece is below this number
    count: int
    left: list[tuple[str, int]]  # (model, number) of rows that have changed since and stay


@transaction.atomic
def undo_piece(changeset, below=None) -> Piece | None:
    """The next rows backwards, below the number where the last piece ended; None at the end."""
    rows = changeset.rows.order_by("-pk")
    piece = list((rows if below is None else rows.filter(pk__lt=below))[:CHUNK])
    return Piece(piece[-1].pk, len(piece), _taken_back(piece)) if piece else None


def _taken_back(backwards) -> list[tuple[str, int]]:
    """Those that could not be: somebody has changed them since."""
    left = []
    for (label, move), rows in groupby(backwards, key=lambda row: (row.model, _move(row))):
        for chunk in _chunks(rows):
            left += [(label, pk) for pk in move(apps.get_model(label), chunk)]
    return left


def said(row, names=None) -> dict:
    """The stored fields of a row as JSON; generated ones are the database's own."""
    fields = [row._meta.get_field(name) for name in names or _stored(type(row))]
    values = {field.attname: field.value_from_object(row) for field in fields}
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def _stored(model):
    return [field.attname for field in model._meta.concrete_fields if not field.generated]


def _keep(changeset, model, changes):
    ChangedRow.objects.bulk_create(
        ChangedRow(
            changeset=changeset,
            model=model._meta.label_lower,
            object_id=pk,
            before=before,
            after=after,
        )
        for pk, before, after in changes
    )


def _move(row):
    if row.after is None:
        return _bring_back
    return _put_back if row.before else _remove


def _bring_back(model, rows) -> list[int]:
    """All at once; where somebody has made the same anew, in halves."""
    try:
        with transaction.atomic():
            model._base_manager.bulk_create(model(**_python(model, row.before)) for row in rows)
    except IntegrityError:
        half = len(rows) // 2
        if not half:
            return [rows[0].object_id]
        return _bring_back(model, rows[:half]) + _bring_back(model, rows[half:])
    return []


def _remove(model, rows) -> list[int]:
    untouched = _untouched(model, rows)
    changed = [row.object_id for row in rows if row.object_id not in untouched]
    return changed + _kept(model, list(untouched))


def _kept(model, pks) -> list[int]:
    """Who could not go: all go at once, or in halves where something hangs on one by now."""
    if not pks:
        return []
    try:
        with transaction.atomic():
            model._base_manager.filter(pk__in=pks).delete()
    except ProtectedError:
        half = len(pks) // 2
        return _kept(model, pks[:half]) + _kept(model, pks[half:]) if half else pks
    return []


def _put_back(model, rows) -> list[int]:
    untouched = _untouched(model, rows)
    names = set()
    for row in rows:
        if now := untouched.get(row.object_id):
            for name, value in _python(model, row.before).items():
                setattr(now, name, value)
                names.add(name)
    _write(model, untouched.values(), names)
    return [row.object_id for row in rows if row.object_id not in untouched]


def _write(model, rows, names):
    if names and rows:
        fields = [model._meta.get_field(name).name for name in sorted(names)]
        model._base_manager.bulk_update(rows, fields)
        if version := _next_version(model):
            model._base_manager.filter(pk__in=[row.pk for row in rows]).update(**version)


def _untouched(model, rows) -> dict:
    """Those that still say what the move has left there."""
    pks = [row.object_id for row in rows]
    now = model._base_manager.select_for_update(of=("self",)).order_by("pk").in_bulk(pks)
    return {
        row.object_id: now[row.object_id]
        for row in rows
        if row.object_id in now and said(now[row.object_id], list(row.after)) == row.after
    }


def _next_version(model) -> dict:
    """A form opened before must not write over what has changed under it."""
    is_versioned = any(field.name == "version" for field in model._meta.concrete_fields)
    return {"version": F("version") + 1} if is_versioned else {}


def _python(model, values):
    return {name: model._meta.get_field(name).to_python(value) for name, value in values.items()}


def _chunks(rows):
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk
