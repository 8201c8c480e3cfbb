"""Who changed what, from what to what: as a page of history draws it (core/_changes.html)."""

from datetime import datetime
from typing import Any, NamedTuple


class Row(NamedTuple):
    what: str
    before: str
    after: str


class Change(NamedTuple):
    at: datetime
    who: Any  # an employee, or None where nobody is known
    rows: list[Row]
