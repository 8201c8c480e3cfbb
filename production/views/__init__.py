from production.views.labels import print_labels, scan
from production.views.position import position
from production.views.questions import answer, ask, notes
from production.views.queue import queue
from production.views.steps import check, finish, see_change, send_back, start, who
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
    "print_labels",
    "queue",
    "scan",
    "see_change",
    "send_back",
    "start",
    "transport",
    "transport_list",
    "transport_lists",
    "unload",
    "who",
]
