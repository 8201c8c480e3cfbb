"""What is said to clients, and the calls that the firm owes them."""

from interactions.actions.hold import drop, hold, reopen
from interactions.actions.owe import drop_owed, drop_unless_due, owe_call
from interactions.actions.plan import cancel, move
from interactions.actions.register import register
from interactions.actions.regulate import (
    keep_regulation,
    switch_off_regulation,
    switch_on_regulation,
)
from interactions.actions.reminders import remind, snooze

__all__ = [
    "cancel",
    "drop",
    "drop_owed",
    "drop_unless_due",
    "hold",
    "keep_regulation",
    "move",
    "owe_call",
    "register",
    "remind",
    "reopen",
    "snooze",
    "switch_off_regulation",
    "switch_on_regulation",
]
