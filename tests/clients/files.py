"""Files as other programs write them, made of bytes."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from clients.actions import importing as actions
from clients.importing import kinds
from core import jobs

WIDE = ["Имя", "Телефон", "E-mail", "ИНН", "Примечание"]


def csv(rows, *, encoding="utf-8", separator=";", name="база.csv") -> SimpleUploadedFile:
    written = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    return SimpleUploadedFile(name, written.encode(encoding))


def excel(rows, name="база.xlsx") -> SimpleUploadedFile:
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(kept)
    return SimpleUploadedFile(name, kept.getvalue())


def uploaded(file, *, by, kind="clients"):
    return actions.upload_import(file, kind=kinds.kind_of(kind), by=by)


def checked(file, *, by, columns=None, kind="clients"):
    """The file after its dry run, nothing written."""
    found = uploaded(file, by=by, kind=kind)
    actions.check_import(found, by=by, columns=columns or found.columns)
    return worked(found)


def brought_in(file, *, by, columns=None, kind="clients"):
    found = checked(file, by=by, columns=columns, kind=kind)
    actions.run_import(found, by=by)
    return worked(found)


def undone(found, *, by):
    actions.undo_import(found, by=by)
    return worked(found)


def worked(found):
    """As the worker leaves it."""
    found.refresh_from_db()
    jobs.run_job(found.job_id)
    found.refresh_from_db()
    assert found.job.state == "done", found.job.error
    return found
