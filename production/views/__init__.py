from production.views.position import position
from production.views.questions import answer, ask, notes
from production.views.queue import queue
from production.views.steps import check, finish, send_back, start, who
from production.views.transport import (
    arrive,
    depart,
    load,
    transport,
    transport_list,
    transport_lists,
    unload,
)

__all__ = [
    "answer",
    "arrive",
    "ask",
    "check",
    "depart",
    "finish",
    "load",
    "notes",
    "position",
    "queue",
    "send_back",
    "start",
    "transport",
    "transport_list",
    "transport_lists",
    "unload",
    "who",
]
