"""What the entries of the registry say."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class NavItem:
    section: str  # a code of SECTIONS
    label: str
    url_name: str
    icon: str
    right: str = ""
    order: int = 50
    shortcut: str = ""
    args: tuple = ()
    query: str = ""
    inside: bool = False  # a part of the entry above it: a folder of its list


@dataclass(frozen=True)
class CreateItem:
    label: str
    url_name: str
    icon: str
    right: str
    order: int = 50
    shortcut: str = ""
    in_dialog: bool = False  # its page also answers htmx with a form: no page is left for it


@dataclass(frozen=True)
class Panel:
    """A part of another app's page; `context(obj, user)` fills `template`, None hides it. `mark` is
    an expression beside the page's row, whether there is anything to ask for: `registry.has`."""

    page: str  # "orders.workorder", "clients.client"…
    code: str
    template: str
    context: Callable[[Any, Any], dict | None]
    right: str = ""
    order: int = 50
    place: str = "main"  # main | aside | top: the order's page has all three
    mark: Callable[[], Any] | None = None


@dataclass(frozen=True)
class HomeBlock:
    """A block of «Today»; `context(user)` gives what `template` shows, None hides it."""

    code: str
    template: str
    context: Callable[[Any], dict | None]
    right: str = ""
    order: int = 50


@dataclass(frozen=True)
class SearchProvider:
    """`find(user, text, limit)` returns SearchHits of rows the user may see; `find_nearest` takes
    the text for misspelt and returns what it may mean too."""

    code: str
    label: str
    find: Callable[[Any, str, int], list]
    right: str = ""
    order: int = 50
    find_nearest: Callable[[Any, str, int], tuple[list, list[str]]] | None = None


@dataclass(frozen=True)
class SearchHit:
    title: str
    note: str
    url: str
    icon: str


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
class Answer:
    """What a client may say in a call of one reason: noted by its button, with a day or in words
    where it asks for them."""

    code: str
    label: str
    icon: str
    asks_day: bool = False
    asks_words: bool = False


@dataclass(frozen=True)
class Said:
    """The answer that was noted; `words` are those of whoever called."""

    code: str
    day: Any | None
    words: str


@dataclass(frozen=True)
class OwedCallReason:
    """Why the firm owes a call. `still_due(interaction)` is asked again when the call is opened.

    With `answers` a talk is settled only by one of them, and `on_result` is given it as `said`;
    None where nobody was reached. `lock(interaction)` holds what the result may change before the
    call itself is held, as do the verbs after which the call is not needed any more."""

    code: str
    label: str
    still_due: Callable[[Any], bool]
    script: Callable[[Any], str]
    on_result: Callable[..., None] | None = None
    answers: tuple[Answer, ...] = ()
    lock: Callable[[Any], Any] | None = None

    def answer(self, code) -> Answer | None:
        return next((each for each in self.answers if each.code == code), None)


@dataclass(frozen=True)
class Occasion:
    """A day in the life of clients that regulations of contact count from: of each of `rows()`,
    `client` leads to the client and `day` is its date, or its moment where `is_moment`.
    `told(client_id, day)` says in the script what there is to say of it."""

    code: str
    label: str
    rows: Callable[[], QuerySet]
    client: str
    day: str
    is_moment: bool = False
    told: Callable[[int, Any], str] = lambda client_id, day: ""
    order: int = 50


@dataclass(frozen=True)
class ApprovalKind:
    """What may be asked of those who have `right`. `sentence(approval)` says what is asked, and
    `about(subject)` in a few (label, words) what it is asked for."""

    code: str
    label: str
    right: str
    model: type
    sentence: Callable[[Any], str]
    about: Callable[[Any], list[tuple]] = lambda subject: []
    # The most that a person with the right decides alone, against Approval.measure; None: any.
    limit: Callable[[Any], Any] = lambda person: None
    on_approve: Callable[..., None] | None = None  # (approval, by=…), in the same transaction


@dataclass(frozen=True)
class DeadlineKind:
    """A watched term of rows of `model`: see company/deadlines. `warn(owner, warning)` is called
    once for each of `warnings`, in a transaction; `warning.is_late` after an outage."""

    code: str
    model: type
    warnings: tuple
    warn: Callable[[Any, Any], None]


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


@dataclass(frozen=True)
class Dealing:
    """Rows by which a person deals with a client, whoever is responsible for it; `field` is their
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
