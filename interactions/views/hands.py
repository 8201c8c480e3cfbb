from django.utils.translation import gettext_lazy as _

from company.views.hands import Hands
from interactions.actions import hands
from interactions.lifecycle import HOLD_RIGHT
from interactions.views.reach import seen_or_404

hand_over, accept, decline, recall = Hands(
    hands,
    seen_or_404,
    about=lambda call: call.client.name,
    give=HOLD_RIGHT,
    take=HOLD_RIGHT,
    handed=_("Handed over: until it is accepted it stays where it is."),
    taken=_("It is yours."),
).pages()
