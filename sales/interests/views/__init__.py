from sales.interests.views.entry import (
    add_interest,
    edit_interest,
    find_interest_client,
    interest_client,
)
from sales.interests.views.hands import (
    accept_interest,
    decline_interest,
    hand_over_interest,
    recall_interest,
)
from sales.interests.views.page import interest, interests
from sales.interests.views.verbs import (
    answer_interest,
    join_to_deal,
    postpone_interest,
    refuse_interest,
    take_up_interest,
    turn_into_deal,
)

__all__ = [
    "accept_interest",
    "add_interest",
    "answer_interest",
    "decline_interest",
    "edit_interest",
    "find_interest_client",
    "hand_over_interest",
    "interest",
    "interest_client",
    "interests",
    "join_to_deal",
    "postpone_interest",
    "recall_interest",
    "refuse_interest",
    "take_up_interest",
    "turn_into_deal",
]
