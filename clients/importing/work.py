"""The two runs over a file, a dry one and the one that writes: in pieces, each of which is kept
whole together with how far it came, so that a run that was stopped or killed goes on behind it."""

from collections import Counter
from itertools import islice

from django.db import connection, transaction
from django.utils.translation import gettext as _

from clients.importing import kinds, reading
from clients.importing.kinds import Row, Verdict
from clients.models import Import, ImportRow
from core import clock, exports, jobs

PIECE = 500
SHOWN = 20
KEPT_ALL = (Verdict.WRONG, Verdict.DUPLICATE)
WRITTEN = (Verdict.NEW, Verdict.UPDATED)
ONE_AT_A_TIME = 20_261_122  # the key of the lock: two files of one client would add it twice


def check(job, progress):
    found = _import(job)
    reader, counts = kinds.kind_of(found.kind).begin(job.by), Counter()
    found.rows.all().delete()
    with found.file.open("rb") as file:
        for rows in _pieces(found, file):
            reader.judge(rows)
            _keep(found, rows, counts)
            progress.say(counts.total(), 0)
    _note(found, counts=counts, total=counts.total(), checked_at=clock.now())
    return wrong_rows(found)


def run(job, progress):
    found = _import(job)
    reader, counts = kinds.kind_of(found.kind).begin(job.by), Counter(found.counts)
    done = 0
    with found.file.open("rb") as file:
        for rows in _pieces(found, file):
            done += len(rows)
            if done <= found.position:
                reader.skip(rows)
                progress.say(done, found.total)
                continue
            with transaction.atomic():
                _write(found, reader, rows, counts)
                _note(found, counts=counts, position=done)
                progress.say(done, found.total)
    _note(found, done_at=clock.now())
    return wrong_rows(found)


def wrong_rows(found):
    """What was not brought in, as the file had it, with the reasons; None if all of it was."""
    rows = found.rows.filter(verdict__in=KEPT_ALL)
    if not rows.exists():
        return None
    heads = [*found.headings, _("What is wrong")]
    lines = ([*row.cells, reasons(row.notes)] for row in rows.iterator(chunk_size=2_000))
    return exports.xlsx_file(_("With errors"), heads, lines), _("rows-with-errors.xlsx")


def reasons(notes) -> str:
    return " ".join(f"{label}: {said}" if label else said for label, said in notes)


def _import(job):
    return Import.objects.select_related("changeset", "by").get(pk=job.arguments["import"])


def _pieces(found, file):
    rows = iter(reading.opened(file).rows())
    while piece := list(islice(rows, PIECE)):
        yield [Row(line, raw, cells_of(found.columns, raw)) for line, raw in piece]


def cells_of(columns, raw) -> dict[str, str]:
    """By the code of the field; columns that say the same together, line by line."""
    cells = {}
    for code, cell in zip(columns, raw, strict=False):
        if code:
            cells[code] = "\n".join(filter(None, [cells.get(code, ""), cell]))
    return cells


def _write(found, reader, rows, counts):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
    reader.judge(rows)
    reader.write([row for row in rows if row.verdict in WRITTEN], found.changeset)
    _keep(found, rows, counts)


def _keep(found, rows, counts):
    kept = []
    for row in rows:
        counts[row.verdict] += 1
        if row.verdict in KEPT_ALL or counts[row.verdict] <= SHOWN:
            kept.append(
                ImportRow(
                    of=found,
                    line=row.line,
                    verdict=row.verdict,
                    title=row.title,
                    cells=row.raw,
                    notes=row.notes,
                )
            )
    ImportRow.objects.bulk_create(kept)


def _note(found, **values):
    Import.objects.filter(pk=found.pk).update(**values)


CHECK = jobs.JobKind("import_check", check)
RUN = jobs.JobKind("import_run", run)
