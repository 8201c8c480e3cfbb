from clients.actions.client import TERMS_RIGHT, add, change, what_changed
from clients.actions.consent import give_consent, note_signed, withdraw_all, withdraw_consent
from clients.actions.data_term import keep_data
from clients.actions.merge import merge, reject_duplicates, reopen_duplicates, undo_merge
from clients.actions.merge_people import merge_people, tell_people_apart, undo_person_merge
from clients.actions.payment_terms import (
    give_credit,
    set_group_terms,
    set_payment_terms,
    stop_credit,
)
from clients.actions.person import add_person, change_person, note_relation
from clients.actions.personal_request import (
    extend_request,
    fulfil_request,
    receive_request,
    refuse_request,
)
from clients.actions.plan import plan
from clients.actions.reach import write_phones, write_reach
from clients.actions.regulation import fill_gaps, regulate
from clients.actions.requisites import set_requisites
from clients.actions.segment import (
    clients_of,
    keep_segment,
    may_change,
    recount_segment,
    remove_segment,
    segments_of,
)
from clients.duplicates.entry import announced, likely_duplicates
from clients.personal.erasing import erase

__all__ = [
    "TERMS_RIGHT",
    "add",
    "add_person",
    "announced",
    "change",
    "change_person",
    "clients_of",
    "erase",
    "extend_request",
    "fill_gaps",
    "fulfil_request",
    "give_consent",
    "give_credit",
    "keep_data",
    "keep_segment",
    "likely_duplicates",
    "may_change",
    "merge",
    "merge_people",
    "note_relation",
    "note_signed",
    "plan",
    "receive_request",
    "recount_segment",
    "refuse_request",
    "regulate",
    "reject_duplicates",
    "remove_segment",
    "reopen_duplicates",
    "segments_of",
    "set_group_terms",
    "set_payment_terms",
    "set_requisites",
    "stop_credit",
    "tell_people_apart",
    "undo_merge",
    "undo_person_merge",
    "what_changed",
    "withdraw_all",
    "withdraw_consent",
    "write_phones",
    "write_reach",
]
