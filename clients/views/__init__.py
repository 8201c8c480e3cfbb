from clients.views.client import add, card, edit, find, index
from clients.views.person import add_person, edit_person
from clients.views.plan import plan
from clients.views.requisites import requisites

__all__ = [
    "add",
    "add_person",
    "card",
    "edit",
    "edit_person",
    "find",
    "index",
    "plan",
    "requisites",
]
