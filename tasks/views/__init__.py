from tasks.views.asking import about, add, ask
from tasks.views.lists import board, index
from tasks.views.page import add_item, card, remind, tick
from tasks.views.recurring import add_recurring, edit_recurring, recurring, switch_recurring
from tasks.views.verbs import (
    accept,
    begin,
    cancel,
    decline,
    edit,
    finish,
    readdress,
    return_for_rework,
)

__all__ = [
    "about",
    "accept",
    "add",
    "add_item",
    "add_recurring",
    "ask",
    "begin",
    "board",
    "cancel",
    "card",
    "decline",
    "edit",
    "edit_recurring",
    "finish",
    "index",
    "readdress",
    "recurring",
    "remind",
    "return_for_rework",
    "switch_recurring",
    "tick",
]
