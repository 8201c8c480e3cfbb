from django.utils.translation import gettext_lazy as _

from company.views.hands import Hands
from sales.interests.actions import hands
from sales.interests.lifecycle import CHANGE
from sales.interests.views.page import found

hand_over_interest, accept_interest, decline_interest, recall_interest = Hands(
    hands,
    found,
    about=lambda interest: interest.client.name,
    give=CHANGE,
    take=CHANGE,
    handed=_("Handed over: until it is accepted it stays where it is."),
    taken=_("It is yours."),
).pages(of="interest")
