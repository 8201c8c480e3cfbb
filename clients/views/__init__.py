from clients.views.client import add, card, edit, find, index
from clients.views.person import add_person, edit_person
from clients.views.plan import plan
from clients.views.requisites import requisites
from clients.views.segment import (
    add_segment,
    count_segment,
    edit_segment,
    remove_segment,
    segment,
    segments,
)

__all__ = [
    "add",
    "add_person",
    "add_segment",
    "card",
    "count_segment",
    "edit",
    "edit_person",
    "edit_segment",
    "find",
    "index",
    "plan",
    "remove_segment",
    "requisites",
    "segment",
    "segments",
]
