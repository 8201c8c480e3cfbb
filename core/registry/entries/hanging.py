"""What hangs on clients, employees and other rows, and what becomes of it with them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class Owner:
    """A model that documents and attachments hang on; they are visible through it."""

    model: type
    visible_to: Callable[[Any], QuerySet]
    attach_right: str = ""  # empty: nothing is attached to it by hand
    papers_right: str = ""  # papers may say more than the owner's page shows to everybody
    # Where sketches and photographs are shown to more people than the papers are.
    files_visible_to: Callable[[Any], QuerySet] | None = None


@dataclass(frozen=True)
class Dealing:
    """Rows by which a person deals with a client, whoever is responsible for it; `field` is their
    column with the client's number."""

    rows: Callable[[Any], QuerySet]
    field: str = "client"


@dataclass(frozen=True)
class NeedOfData:
    """Rows since a moment for whose sake the data of a client is still needed; `field` is their
    column with the client's number."""

    rows: Callable[[Any], QuerySet]
    field: str = "client"


@dataclass(frozen=True)
class Hanging:
    """A foreign key to Client or Employee, for merges, personal-data files and leavers.

    When two clients are merged, its rows follow to the one that stays; `move(changeset, entry,
    gone, survivor)` does what that alone does not. `label` names the rows in the preview; without
    one the model's own name does, and where it is None they are not worth a line.
    """

    model: type
    field: str
    move: Callable[..., None] | None = None
    label: str | None = ""


@dataclass(frozen=True)
class PersonalData:
    """What becomes of rows of `model`, which hang on a client somehow, when the client's personal
    data is erased: they go, or the `wiped` columns are emptied. Without a `ground` in law nothing
    else is left that says who it was; with one, the `kept` columns stay for `years`.

    `erase(rows)` does what all this does not.
    """

    model: type
    wiped: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    ground: str = ""
    is_deleted: bool = False
    erase: Callable[[QuerySet], None] | None = None


@dataclass(frozen=True)
class Duty:
    """Rows that ask something of the employee in `field` as long as they are `open`, unlike what
    an employee has only written. Nobody leaves the firm with one: a successor gets it, who has
    `right`; without a `label` nobody is asked, and `hand_on` settles it with successor None.

    `of_managers(rows)` narrows rows with a client to those that the client's own manager has in
    hand: they may go along when the client gets another manager. `path` leads from them to the
    client. `also(successor)` is written beside `field`; `story(pk, step, …)` makes the row that
    tells of it; `hand_on(duty, changeset, rows, successor, by)` does what all this does not.
    """

    code: str
    label: str | None
    model: type
    field: str
    open: Callable[[], QuerySet]
    right: str = ""
    of_managers: Callable[[QuerySet], QuerySet] | None = None
    path: str = ""
    also: Callable[[Any], dict] = lambda successor: {}
    story: tuple[type, str] | None = None
    hand_on: Callable[..., int] | None = None
    order: int = 50
