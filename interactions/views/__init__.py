from interactions.views.calendar import calendar, drag, events, with_whom
from interactions.views.entry import add, note
from interactions.views.feed import feed, make_feed, revoke_feed, subscription
from interactions.views.history import index, register
from interactions.views.plan import cancel, move, remind, snooze
from interactions.views.work import calls, card, drop, following, hold, reopen

__all__ = [
    "add",
    "calendar",
    "calls",
    "cancel",
    "card",
    "drag",
    "drop",
    "events",
    "feed",
    "following",
    "hold",
    "index",
    "make_feed",
    "move",
    "note",
    "register",
    "remind",
    "reopen",
    "revoke_feed",
    "snooze",
    "subscription",
    "with_whom",
]
