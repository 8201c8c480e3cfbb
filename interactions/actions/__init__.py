"""What is said to clients, and the calls that the firm owes them."""

from interactions.actions.change_series import change_series
from interactions.actions.hold import drop, hold, reopen
from interactions.actions.owe import drop_owed, drop_unless_due, owe_call
from interactions.actions.owe_many import ring_each, unsaved_call
from interactions.actions.plan import cancel, move
from interactions.actions.register import register
from interactions.actions.regulate import (
    keep_regulation,
    switch_off_regulation,
    switch_on_regulation,
)
from interactions.actions.reminders import remind, snooze
from interactions.actions.series import (
    end_series,
    make_occurrence,
    make_occurrences,
    register_series,
)

__all__ = [
    "cancel",
    "change_series",
    "drop",
    "drop_owed",
    "drop_unless_due",
    "end_series",
    "hold",
    "keep_regulation",
    "make_occurrence",
    "make_occurrences",
    "move",
    "owe_call",
    "register",
    "register_series",
    "remind",
    "reopen",
    "ring_each",
    "snooze",
    "switch_off_regulation",
    "switch_on_regulation",
    "unsaved_call",
]
