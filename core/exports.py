"""Tables as files: Excel and CSV that open in a Russian Excel and run nothing there."""

import csv
import io
import tempfile
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

import xlsxwriter
from django.utils import timezone

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP)."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def csv_file(heads: list[str], rows: Iterable[list]):
    """UTF-8 with BOM, semicolons, decimal commas: what Russian Excel opens as columns."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_csv_value(value) for value in row])
    return io.BytesIO(buffer.getvalue().encode("utf-8-sig"))


def _csv_value(value):
    if value is None:
        return ""
    if isinstance(value, Decimal | float):
        return str(value).replace(".", ",")
    if hasattr(value, "strftime"):
        return _local(value)
    return harmless(value) if isinstance(value, str) else value


def _local(value) -> str:
    if hasattr(value, "hour"):
        return timezone.localtime(value).strftime("%d.%m.%Y %H:%M")
    return value.strftime("%d.%m.%Y")


class Sheet(NamedTuple):
    title: str
    heads: list[str]
    rows: Iterable[list]


def xlsx_file(title: str, heads: list[str], rows: Iterable[list], further: Iterable[Sheet] = ()):
    """Formatted sheets written row by row, so that a large one does not fill the memory; the rows
    of a further one are asked for once all before it are written."""
    file = tempfile.TemporaryFile()  # noqa: SIM115
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
        "money": book.add_format({"num_format": "# ##0.00"}),
        "date": book.add_format({"num_format": "dd.mm.yyyy"}),
        "moment": book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
    }
    for sheet in (Sheet(title, heads, rows), *further):
        _write_sheet(book, sheet, formats)
    book.close()
    file.seek(0)
    return file


def _write_sheet(book, said: Sheet, formats):
    sheet = book.add_worksheet(said.title[:31].translate(str.maketrans("[]:*?/\\", "       ")))
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(said.heads) - 1, 18)
    for place, head in enumerate(said.heads):
        sheet.write_string(0, place, head, formats["head"])
    for line, row in enumerate(said.rows, start=1):
        for place, value in enumerate(row):
            _write_cell(sheet, line, place, value, formats)


def _write_cell(sheet, line, place, value, formats):
    if value is None or value == "":
        return
    if isinstance(value, Decimal):
        sheet.write_number(line, place, value, formats["money"])
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif hasattr(value, "hour"):
        moment = timezone.localtime(value).replace(tzinfo=None)
        sheet.write_datetime(line, place, moment, formats["moment"])
    elif hasattr(value, "strftime"):
        sheet.write_datetime(line, place, value, formats["date"])
    else:
        sheet.write_string(line, place, str(value))
