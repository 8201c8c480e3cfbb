"""Rows of a CSV: its encoding and its separator are found by content."""

import codecs
import csv
import io
from itertools import islice

from django.utils.translation import gettext as _

from core.errors import Refused

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SEPARATORS = (";", ",", "\t")
PIECE = 1 << 20
SAMPLE = 64 * 1024
SAMPLED_ROWS = 30


def rows(file):
    encoding = encoding_of(file)
    separator = _separator(reader_of(file, encoding).read(SAMPLE))
    written = csv.reader(reader_of(file, encoding), delimiter=separator)
    line = 1
    while True:
        try:
            cells = next(written, None)
        except csv.Error:
            raise Refused(
                _("Line %(line)s cannot be read: a quotation mark is not closed.") % {"line": line}
            ) from None
        if cells is None:
            return
        yield line, cells
        line = written.line_num + 1


def encoding_of(file) -> str:
    """UTF-8 if all of it is, else the Windows one: Russian text in it is never valid UTF-8."""
    file.seek(0)
    if file.read(2) in UTF_16:
        return "utf-16"
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8-sig"


def reader_of(file, encoding):
    """Text of the file from its beginning; closing it leaves the file open."""
    file.seek(0)
    source = io.BufferedReader(_Borrowed(file))
    return io.TextIOWrapper(source, encoding, errors="replace", newline="")


class _Borrowed(io.RawIOBase):
    def __init__(self, file):
        self.file = file

    def readable(self):
        return True

    def readinto(self, buffer):
        piece = self.file.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _separator(sample) -> str:
    return max(SEPARATORS, key=lambda each: _columns(sample, each))


def _columns(sample, separator):
    """How many rows have as many cells as the first one, and how many cells those are."""
    written = csv.reader(io.StringIO(sample), delimiter=separator)
    try:
        widths = [len(cells) for cells in islice(written, SAMPLED_ROWS) if cells]
    except csv.Error:
        return 0, 0
    wide = widths[0] if widths else 0
    return (widths.count(wide) if wide > 1 else 0), wide
