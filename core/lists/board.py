"""A list as a board: a column for each state, or for each stage that the firm has named, and cards
that move where the life allows.

Subclass it beside the list: `class OrderBoard(Board, OrderList)`, with the same filters and rows;
its page is `core.lists.board.respond(request, OrderBoard)`. See docs/howto.md.
"""

import json
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from core import badges, looks
from core.lists.declared import count_text


class Turn(NamedTuple):
    """A step as a card offers it; `state` is the column that it leads to."""

    label: str
    url: str
    state: str
    asks: bool


class Card(NamedTuple):
    row: Any
    url: str
    turns: list[Turn]

    @property
    def leads_to(self) -> str:
        """{state: {url, asks}} for the script that lets it be dragged there."""
        return json.dumps({turn.state: {"url": turn.url, "asks": turn.asks} for turn in self.turns})


class Pile(str):
    """A column that is no state of the life: its key, and how the firm calls it."""

    label: str

    def __new__(cls, key, label):
        pile = super().__new__(cls, key)
        pile.label = label
        return pile


class Stack(NamedTuple):
    state: Any
    head: Any
    cards: list[Card]
    has_more: bool
    url: str

    @property
    def count(self) -> str:
        """What is known without asking; of a longer column the second request says more."""
        return "" if self.has_more else str(len(self.cards))


class Board:
    """`stands_for` is the list of the same rows, which `state_filter` narrows to one column.
    `states` may be a property that answers Piles."""

    stands_for: type
    state_filter = "status"
    states: tuple
    model_label: str  # whose looks of states the heads of the columns have
    card_template: str
    shown = 40

    def head_of(self, state):
        """What stands over a column."""
        look = looks.look(self.model_label, "status", state)
        return badges.badge(look, state.label)

    def summed(self, state) -> str:
        """What the second request says of a column: exact up to a thousand, as of a list."""
        return count_text(self.in_state(state))

    def in_state(self, state):
        """The rows of one column, in its order."""
        raise TypeError(f"{type(self).__name__} orders no column")

    def turns_of(self, row) -> list[Turn]:
        raise TypeError(f"{type(self).__name__} offers no steps")

    def stacks(self) -> list[Stack]:
        found = {state: list(self.in_state(state)[: self.shown + 1]) for state in self.states}
        shown = {state: rows[: self.shown] for state, rows in found.items()}
        return [
            Stack(
                state,
                self.head_of(state),
                [self._card(row) for row in shown[state]],
                len(found[state]) > self.shown,
                self._whole(state),
            )
            for state in self.states
        ]

    def counts(self) -> list[tuple]:
        return [(state, self.summed(state)) for state in self.states]

    def counted_chips(self):
        return self.chip_links(counted=True)

    def _whole(self, state):
        narrowed = {self.state_filter: state, "chip": ""}
        return self.stands_for(self.user, self.data).url_with(**narrowed)

    def _card(self, row):
        return Card(row, self.link(row.get_absolute_url()), self.turns_of(row))


def respond(request, board_class, template="core/board.html"):
    if not request.user.has_perm(board_class.right):
        raise PermissionDenied
    whole = not request.htmx or request.htmx.history_restore_request
    context = {"list": board_class(request.user, request.GET), "is_part": not whole}
    if "count" in request.GET:  # asked for by the board once it is shown
        return render(request, "core/_board_counts.html", context)
    return render(request, template if whole else "core/_board.html", context)
