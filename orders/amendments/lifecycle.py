"""The life of an amendment: what is agreed anew about an accepted order."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route
from orders.amendments import conditions


class AmendmentStatus(TextChoices):
    DRAFTED = "drafted", pgettext_lazy("amendment", "Drafted")
    AT_FOREMAN = "at_foreman", pgettext_lazy("amendment", "Waits for the foreman")
    AT_CLIENT = "at_client", pgettext_lazy("amendment", "Waits for the client")
    APPLIED = "applied", pgettext_lazy("amendment", "In force")
    DROPPED = "dropped", pgettext_lazy("amendment", "Dropped")


class AmendmentStep(TextChoices):
    ASK = "ask_consent", pgettext_lazy("amendment step", "Ask the foreman")
    CONSENT = "consent", pgettext_lazy("amendment step", "The foreman consents")
    REFUSE = "refuse_consent", pgettext_lazy("amendment step", "The foreman refuses")
    OFFER = "offer", pgettext_lazy("amendment step", "Offered to the client")
    REDRAFT = "redraft", pgettext_lazy("amendment step", "Drafted anew")
    CONFIRM = "confirm", pgettext_lazy("amendment step", "The client confirms")
    DROP = "drop", pgettext_lazy("amendment step", "Drop")


A = AmendmentStatus
AMEND_RIGHT = "orders.amend_workorder"
CONSENT_RIGHT = "orders.consent_amendment"
OPEN = {A.DRAFTED, A.AT_FOREMAN, A.AT_CLIENT}
# fmt: off
ROUTES = {
    AmendmentStep.ASK:     Route({A.DRAFTED, A.AT_CLIENT}, A.AT_FOREMAN, must=(conditions.is_decided, conditions.touches_what_is_begun), right=AMEND_RIGHT),  # noqa: E501
    AmendmentStep.CONSENT: Route({A.AT_FOREMAN}, A.AT_CLIENT, right=CONSENT_RIGHT),
    AmendmentStep.REFUSE:  Route({A.AT_FOREMAN}, A.DRAFTED, right=CONSENT_RIGHT),
    AmendmentStep.OFFER:   Route({A.DRAFTED}, A.AT_CLIENT, must=(conditions.is_decided, conditions.is_consented_to), right=AMEND_RIGHT, offered=False),  # noqa: E501
    AmendmentStep.REDRAFT: Route(OPEN, A.DRAFTED, right=AMEND_RIGHT, offered=False),
    AmendmentStep.CONFIRM: Route({A.AT_CLIENT}, A.APPLIED, must=(conditions.is_decided, conditions.is_consented_to), stamp="applied_at", right=AMEND_RIGHT),  # noqa: E501
    AmendmentStep.DROP:    Route(OPEN, A.DROPPED, right=AMEND_RIGHT),
}
# fmt: on
AMENDMENT_LIFE = Life(AmendmentStep, ROUTES, "orders.amendment", states=AmendmentStatus)
