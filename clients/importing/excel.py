"""Rows of the sheets of an .xlsx, read as they come: nothing of it is ever calculated."""

from datetime import date, datetime
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.errors import Refused

MOST_PARTS = 2_000
MOST_UNPACKED = 600 * 1024 * 1024
MOST_SHARED = 100 * 1024 * 1024  # strings that are held in memory at once
EMPTY_ROWS_AT_THE_END = 5_000
BROKEN = (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, OSError, EOFError)


def count(file) -> int:
    """How many sheets there are."""
    _refuse_bomb(file)
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        book.close()
    except BROKEN:
        raise Refused(_("This Excel file is damaged: open it and save it anew.")) from None
    return len(book.worksheets)


def rows(file, place=0):
    _refuse_bomb(file)
    try:
        yield from _rows(file, place)
    except BROKEN:
        raise Refused(_("This Excel file is damaged: open it and save it anew.")) from None


def _refuse_bomb(file):
    """The sizes are what the parts are unpacked to at most, whatever is inside of them."""
    try:
        parts = ZipFile(file).infolist()
    except BadZipFile:
        raise Refused(_("This Excel file is damaged: open it and save it anew.")) from None
    shared = sum(part.file_size for part in parts if not _is_sheet(part.filename))
    if (
        len(parts) > MOST_PARTS
        or shared > MOST_SHARED
        or sum(part.file_size for part in parts) > MOST_UNPACKED
    ):
        raise Refused(_("This Excel file is too large inside: save it as CSV."))


def _is_sheet(name):
    return name.startswith("xl/worksheets/")


def _rows(file, place):
    book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        if place >= len(book.worksheets):
            return
        sheet = book.worksheets[place]
        # What a file says of its own size may be wrong.
        sheet.reset_dimensions()
        empty = 0
        for line, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            said = [_text(cell) for cell in cells]
            empty = 0 if any(said) else empty + 1
            if empty > EMPTY_ROWS_AT_THE_END:
                return
            yield line, said
    finally:
        book.close()


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a phone or an INN that was typed as a number
    if isinstance(value, datetime):
        is_day = not (value.hour or value.minute)
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    return value.isoformat() if isinstance(value, date) else str(value)
