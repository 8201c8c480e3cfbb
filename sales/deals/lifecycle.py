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


S = DealStatus
CLOSED = {S.WON, S.LOST}
# fmt: off
ROUTES = {
    DealVerb.MOVE:   Route({S.OPEN}, None, right=CHANGE),
    DealVerb.WIN:    Route({S.OPEN}, S.WON, stamp="closed_at", happening="deal_won", right=CHANGE),
    DealVerb.LOSE:   Route({S.OPEN}, S.LOST, stamp="closed_at", right=CHANGE),
    DealVerb.REOPEN: Route(CLOSED, S.OPEN, right=CHANGE),
}
# fmt: on
DEAL_LIFE = Life(DealVerb, ROUTES, "sales.deal", states=DealStatus)
