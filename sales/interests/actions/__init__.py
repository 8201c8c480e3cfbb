"""What is done with interests."""

from sales.interests.actions.answer import answer, answer_by_talk
from sales.interests.actions.change import change
from sales.interests.actions.decide import join_to_deal, refuse, turn_into_deal
from sales.interests.actions.hands import accept, decline, hand_over, recall
from sales.interests.actions.postpone import postpone, return_due, take_up
from sales.interests.actions.register import register

__all__ = [
    "accept",
    "answer",
    "answer_by_talk",
    "change",
    "decline",
    "hand_over",
    "join_to_deal",
    "postpone",
    "recall",
    "refuse",
    "register",
    "return_due",
    "take_up",
    "turn_into_deal",
]
