from interactions.views.calendar import calendar, drag, events, with_whom
from interactions.views.entry import add, note
from interactions.views.feed import feed, make_feed, revoke_feed, subscription
from interactions.views.hands import accept, decline, hand_over, recall
from interactions.views.history import index, potential, register
from interactions.views.plan import cancel, move, remind, snooze
from interactions.views.regulation import (
    add_regulation,
    contacts_due,
    count_regulation,
    edit_regulation,
    regulations,
    switch_off_regulation,
    switch_on_regulation,
)
from interactions.views.series import change_series, end_series, make_occurrence, series
from interactions.views.work import calls, card, drop, following, hold, reopen

__all__ = [
    "accept",
    "add",
    "add_regulation",
    "calendar",
    "calls",
    "cancel",
    "card",
    "change_series",
    "contacts_due",
    "count_regulation",
    "decline",
    "drag",
    "drop",
    "edit_regulation",
    "end_series",
    "events",
    "feed",
    "following",
    "hand_over",
    "hold",
    "index",
    "make_feed",
    "make_occurrence",
    "move",
    "note",
    "potential",
    "recall",
    "register",
    "regulations",
    "remind",
    "reopen",
    "revoke_feed",
    "series",
    "snooze",
    "subscription",
    "switch_off_regulation",
    "switch_on_regulation",
    "with_whom",
]
