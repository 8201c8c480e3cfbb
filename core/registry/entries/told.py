"""What is told of clients and of days: figures, stages, the timeline, calendars."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class Figure:
    """A number or a date that this app knows of every client: lists sort by it, segments ask for
    it. `path` is a stored column from Client on; without one, `expression` computes it."""

    code: str
    label: str
    kind: str  # number | money | date | choice
    path: str = ""
    expression: Callable[[], Any] | None = None
    choices: Callable[[], list[tuple]] | None = None
    right: str = ""
    order: int = 50


@dataclass(frozen=True)
class ClientStage:
    """A stage of the relation with a client, from which on the entry regulation may ask for more:
    it is reached with `orders_from()` accepted orders."""

    code: str
    label: str
    orders_from: Callable[[], int]


@dataclass(frozen=True)
class TimelineSource:
    """What happened with a client, as one kind of entry of their page's timeline.

    `rows(client, user)` is a QuerySet of what the user may see; its column `moment` orders it, with
    the id as the tie-break, and an index begins with the client, so that a page costs the same
    however long the story is. `fetch(rows, user)` adds to those of one page what `template` shows
    of an entry; both are prepared (`core.prepared`). `finish(rows, user)` may add what no query of
    the rows tells, and leave rows out.
    """

    code: str
    label: str
    icon: str
    rows: Callable[[Any, Any], QuerySet]
    moment: str
    template: str
    fetch: Callable[[QuerySet, Any], QuerySet] = lambda rows, user: rows
    right: str = ""
    order: int = 50
    finish: Callable[[list, Any], list] | None = None


@dataclass(frozen=True)
class CalendarSource:
    """Events of calendars: `events(user, people, since, until, limit)` gives CalendarEvents of rows
    that `user` may see, at most so many and the soonest first. `move(user, pk, start, end)` is the
    verb behind a drag, None where nothing moves; `end` is None where the length is left alone."""

    code: str
    label: str
    events: Callable[[Any, Any, Any, Any, int], list]
    move: Callable[..., None] | None = None
    right: str = ""
    order: int = 50
    icon: str = "calendar-event"


@dataclass(frozen=True)
class CalendarEvent:
    pk: int
    title: str
    start: Any  # aware moment; a date for the whole day
    end: Any | None
    url: str
    person: Any | None = None
    is_done: bool = False
    is_movable: bool = False
    is_resizable: bool = False
    is_late: bool = False
    is_foreseen: bool = False  # not made yet: its page is that of the rule
    key: str = ""  # where the number of its row does not name it alone
    # What leaves the house with a calendar that is subscribed to; without one, the title.
    outside: str = ""
    changed_at: Any | None = None
