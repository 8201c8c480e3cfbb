"""The life of an interest, or of a need of a client who has bought before."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route

SEE, ADD, CHANGE = "sales.view_interest", "sales.add_interest", "sales.change_interest"
CONTROL = "sales.control_interest"  # hears of what is not answered, and of each month


class InterestStatus(TextChoices):
    NEW = "new", pgettext_lazy("interest", "Waits for an answer")
    ANSWERED = "answered", pgettext_lazy("interest", "Answered")
    POSTPONED = "postponed", pgettext_lazy("interest", "Postponed")
    IN_DEAL = "in_deal", pgettext_lazy("interest", "In a deal")
    REFUSED = "refused", pgettext_lazy("interest", "Nothing came of it")


class Nearness(TextChoices):
    LATE = "late", pgettext_lazy("answer", "Answer is overdue")
    ANSWERED_LATE = "answered_late", pgettext_lazy("answer", "Answered late")


class InterestVerb(TextChoices):
    ANSWER = "answer", pgettext_lazy("interest step", "Answered")
    TURN = "turn_into_deal", pgettext_lazy("interest step", "Make a deal of it")
    JOIN = "join_to_deal", pgettext_lazy("interest step", "Join to a deal")
    POSTPONE = "postpone", pgettext_lazy("interest step", "Postpone")
    TAKE_UP = "take_up", pgettext_lazy("interest step", "Take up again")
    REFUSE = "refuse", pgettext_lazy("interest step", "Nothing comes of it")
    HAND_OVER = "hand_over", pgettext_lazy("interest step", "Hand over to a colleague")
    TAKE_OVER = "take_over", pgettext_lazy("interest step", "Taken over")


S = InterestStatus
UNDECIDED = {S.NEW, S.ANSWERED, S.POSTPONED}
# fmt: off
ROUTES = {
    InterestVerb.ANSWER:    Route({S.NEW}, S.ANSWERED, stamp="answered_at", right=CHANGE),
    InterestVerb.TURN:      Route(UNDECIDED, S.IN_DEAL, stamp="decided_at", right=CHANGE),
    InterestVerb.JOIN:      Route(UNDECIDED, S.IN_DEAL, stamp="decided_at", right=CHANGE),
    InterestVerb.POSTPONE:  Route({S.NEW, S.ANSWERED}, S.POSTPONED, right=CHANGE),
    InterestVerb.TAKE_UP:   Route({S.POSTPONED, S.REFUSED}, S.ANSWERED, right=CHANGE),
    InterestVerb.REFUSE:    Route(UNDECIDED, S.REFUSED, stamp="decided_at", right=CHANGE),
    InterestVerb.HAND_OVER: Route(UNDECIDED, None, right=CHANGE),
    InterestVerb.TAKE_OVER: Route(UNDECIDED, None, right=CHANGE, offered=False),
}
# fmt: on
INTEREST_LIFE = Life(InterestVerb, ROUTES, "sales.interest", states=InterestStatus)
