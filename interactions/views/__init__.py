from interactions.views.entry import add, note
from interactions.views.history import index, register
from interactions.views.plan import cancel, move, remind, snooze
from interactions.views.work import calls, card, drop, following, hold, reopen

__all__ = [
    "add",
    "calls",
    "cancel",
    "card",
    "drop",
    "following",
    "hold",
    "index",
    "move",
    "note",
    "register",
    "remind",
    "reopen",
    "snooze",
]
