"""What can be brought in from a file; an upper app adds its own kind in `contributions.py`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from clients.models import ImportRow

Verdict = ImportRow.Verdict


@dataclass(frozen=True)
class ImportField:
    """A column that a kind understands; `words` are what files call it, in small letters."""

    code: str
    label: str
    words: tuple[str, ...] = ()
    several: bool = False  # columns that say it together: two of phones


@dataclass
class Row:
    """One row of the file, and what has been made of it."""

    line: int
    raw: list[str]
    cells: dict[str, str]
    title: str = ""
    verdict: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)  # (label of the column, sentence)
    found: Any = None  # what the row is about to become, for the kind that reads it

    def fault(self, label, sentence):
        self.notes.append((str(label), str(sentence)))
        self.verdict = Verdict.WRONG


@dataclass(frozen=True)
class ImportKind:
    """`begin(user)` answers a reader with `judge(rows)`, which gives each row its verdict, and
    `write(rows, changeset)` for those that are new or updated; both are asked in pieces."""

    code: str
    label: str
    right: str
    fields: Callable[[Any], list[ImportField]]
    begin: Callable[[Any], Any]
    order: int = 50  # the first one is offered first


_kinds: dict[str, ImportKind] = {}


def add_kind(kind: ImportKind):
    _kinds[kind.code] = kind


def kind_of(code) -> ImportKind:
    return _kinds[code]


def permitted(user) -> list[ImportKind]:
    known = sorted(_kinds.values(), key=lambda kind: kind.order)
    return [kind for kind in known if user.has_perm(kind.right)]
