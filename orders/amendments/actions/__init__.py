from orders.amendments.actions.amend import amend
from orders.amendments.actions.confirm import confirm_amendment
from orders.amendments.actions.consent import ask_consent, consent_amendment, refuse_amendment
from orders.amendments.actions.drop import drop_amendment
from orders.amendments.actions.see_change import see_change

__all__ = [
    "amend",
    "ask_consent",
    "confirm_amendment",
    "consent_amendment",
    "drop_amendment",
    "refuse_amendment",
    "see_change",
]
