from production.views.position import check, finish, position, send_back, start
from production.views.queue import queue
from production.views.transport import arrive, transport

__all__ = [
    "arrive",
    "check",
    "finish",
    "position",
    "queue",
    "send_back",
    "start",
    "transport",
]
