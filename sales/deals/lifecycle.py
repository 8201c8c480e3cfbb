"""The life of a deal. Its stages are its process's; whether it still goes through them is here."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route

SEE, ADD, CHANGE = "sales.view_deal", "sales.add_deal", "sales.change_deal"


class DealStatus(TextChoices):
    OPEN = "open", pgettext_lazy("deal", "Open")
    WON = "won", pgettext_lazy("deal", "Won")
    LOST = "lost", pgettext_lazy("deal", "Lost")


class DealVerb(TextChoices):
    MOVE = "move", pgettext_lazy("deal step", "Move to another stage")
    WIN = "win", pgettext_lazy("deal step", "Win")
    LOSE = "lose", pgettext_lazy("deal step", "Lose")
    REOPEN = "reopen", pgettext_lazy("deal step", "Open again")
    EDIT = "edit", pgettext_lazy("deal step", "Change")
    HAND_OVER = "hand_over", pgettext_lazy("deal step", "Hand over")
    RENEW = "renew", pgettext_lazy("deal step", "Take the newest version of the process")


# What the story of a deal says: a step that was taken, where its button is an order.
TAKEN = {
    DealVerb.MOVE: pgettext_lazy("deal step taken", "Another stage"),
    DealVerb.WIN: pgettext_lazy("deal step taken", "Won"),
    DealVerb.LOSE: pgettext_lazy("deal step taken", "Lost"),
    DealVerb.REOPEN: pgettext_lazy("deal step taken", "Opened again"),
    DealVerb.EDIT: pgettext_lazy("deal step taken", "Changed"),
    DealVerb.HAND_OVER: pgettext_lazy("deal step taken", "Handed over"),
    DealVerb.RENEW: pgettext_lazy("deal step taken", "By the newest version of the process"),
}


class Stuck(TextChoices):
    NO_STEP = "no_step", pgettext_lazy("deal", "No next step")
    STANDS = "stands", pgettext_lazy("deal", "Stands longer than the norm")


S = DealStatus
CLOSED = {S.WON, S.LOST}
# fmt: off
ROUTES = {
    DealVerb.MOVE:   Route({S.OPEN}, None, right=CHANGE),
    DealVerb.WIN:    Route({S.OPEN}, S.WON, stamp="closed_at", happening="deal_won", right=CHANGE),
    DealVerb.LOSE:   Route({S.OPEN}, S.LOST, stamp="closed_at", right=CHANGE),
    DealVerb.REOPEN: Route(CLOSED, S.OPEN, right=CHANGE),
    DealVerb.EDIT:   Route(set(S), None, offered=False, right=CHANGE),
    DealVerb.HAND_OVER: Route({S.OPEN}, None, offered=False, right=SEE),
    DealVerb.RENEW:  Route({S.OPEN}, None, offered=False, right=CHANGE),
}
# fmt: on
DEAL_LIFE = Life(DealVerb, ROUTES, "sales.deal", states=DealStatus)
