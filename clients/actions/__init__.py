from clients.actions.client import TERMS_RIGHT, add, change, what_changed
from clients.actions.person import add_person, change_person, note_relation
from clients.actions.plan import plan
from clients.actions.reach import write_phones, write_reach
from clients.actions.requisites import set_requisites
from clients.duplicates import likely_duplicates

__all__ = [
    "TERMS_RIGHT",
    "add",
    "add_person",
    "change",
    "change_person",
    "likely_duplicates",
    "note_relation",
    "plan",
    "set_requisites",
    "what_changed",
    "write_phones",
    "write_reach",
]
