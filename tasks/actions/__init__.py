from tasks.actions.ask import ask, set_tasks
from tasks.actions.check_list import add_item, tick, write_items
from tasks.actions.control import accept, cancel, edit, return_for_rework
from tasks.actions.hands import decline, readdress
from tasks.actions.recurring import keep_recurring, set_recurring, switch_recurring
from tasks.actions.reminding import remind
from tasks.actions.work import begin, finish, see

__all__ = [
    "accept",
    "add_item",
    "ask",
    "begin",
    "cancel",
    "decline",
    "edit",
    "finish",
    "keep_recurring",
    "readdress",
    "remind",
    "return_for_rework",
    "see",
    "set_recurring",
    "set_tasks",
    "switch_recurring",
    "tick",
    "write_items",
]
