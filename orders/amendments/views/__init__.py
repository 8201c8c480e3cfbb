from orders.amendments.views.amend import amend, quote_amendment
from orders.amendments.views.amendment import amendment
from orders.amendments.views.amendments import amendments
from orders.amendments.views.answers import (
    ask_consent,
    confirm_amendment,
    consent_amendment,
    drop_amendment,
    refuse_amendment,
)

__all__ = [
    "amend",
    "amendment",
    "amendments",
    "ask_consent",
    "confirm_amendment",
    "consent_amendment",
    "drop_amendment",
    "quote_amendment",
    "refuse_amendment",
]
