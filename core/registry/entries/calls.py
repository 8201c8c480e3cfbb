"""Why clients are called, and what they answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet


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
