"""Tables as people send them: what a file is, is found by its content and never by its name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _

from clients.importing import excel, text, vcard
from clients.search import fold
from core.errors import Refused
from core.fields import plain

MAX_BYTES = 50 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 100
LONGEST_CELL = 5_000
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Table:
    headings: list[str]
    read: Callable[[], Iterator[tuple[int, list[str]]]]  # (line, cells) of the rows that say
    codes: tuple[str, ...] = ()  # of a format that names its own columns

    def rows(self):
        wide = len(self.headings)
        for number, (line, cells) in enumerate(self.read()):
            if number >= MOST_ROWS:
                raise Refused(
                    _("The file has more than %(count)s rows: divide it.") % {"count": MOST_ROWS}
                )
            kept = [clean(cell) for cell in cells[:wide]]
            yield line, kept + [""] * (wide - len(kept))


def clean(cell: str) -> str:
    """Without what cannot be seen, and without the apostrophe that keeps a spreadsheet from
    calculating; one that is too long is cut just past the limit, where it is refused."""
    found = plain(cell[: LONGEST_CELL + 1]).strip()
    return found[1:] if found[:1] == "'" and found[1:2] in {"=", "+", "-", "@"} else found


def opened(file) -> Table:
    """The table in a file that is open for bytes. Refused if it is none of ours."""
    head = _head(file)
    if head.startswith(ZIP):
        return _of_sheets(file)
    if head.startswith(OLD_EXCEL):
        raise Refused(_("This is Excel of before 2007: save it as .xlsx or CSV."))
    if vcard.is_vcard(head):
        return Table(vcard.headings(), lambda: vcard.rows(file), vcard.CODES)
    if b"\x00" in head and not head.startswith(text.UTF_16):
        raise Refused(_("This is neither Excel nor CSV nor vCard."))
    return _with_headings(lambda: text.rows(file))


def _of_sheets(file) -> Table:
    """The first sheet, and what further ones say of its rows by the numbers of their cards."""
    first, further = _with_headings(lambda: excel.rows(file)), []
    for place in range(1, excel.count(file)):
        headings = next(_said(excel.rows(file, place)), (0, [""]))[1]
        if fold(headings[0]) in {fold("Card number"), fold(_("Card number"))}:
            further.append(_with_headings(partial(excel.rows, file, place)))
    return _joined([first, *further]) if further else first


def _joined(tables) -> Table:
    """One below the other; columns of one heading are one, and lines are counted on."""
    headings = list(dict.fromkeys(name for table in tables for name in table.headings))

    def rows():
        last = 0
        for table in tables:
            places = [headings.index(name) for name in table.headings]
            begun = last
            for line, cells in table.read():
                said = [""] * len(headings)
                for place, cell in zip(places, cells, strict=False):
                    said[place] = cell
                last = begun + line
                yield last, said

    return Table(headings, rows)


def _head(file):
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if not head.strip():
        raise Refused(_("The file is empty."))
    return head


def _with_headings(read):
    """The first row that says something names the columns."""
    first = next(_said(read()), None)
    if first is None:
        raise Refused(_("The file is empty."))
    line, cells = first
    headings = [clean(cell)[:100] for cell in cells[:MOST_COLUMNS]]
    while headings and not headings[-1]:
        headings.pop()

    def below():
        return ((number, row) for number, row in _said(read()) if number > line)

    return Table(headings, below)


def _said(rows):
    return ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells))
