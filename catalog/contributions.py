"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import actions
from catalog.allowed_words import SEE_COSTS
from clients.actions import TERMS_RIGHT
from clients.models import Client
from clients.payment_terms import in_words, terms_of
from company.models import Approval
from core import registry
from core.registry import NavItem, Panel


def contribute():
    _lead()
    _terms()


def _lead():
    registry.nav += [
        NavItem(
            "desk", gettext_lazy("Price list"), "catalog:prices", "tags", "catalog.view_price", 60
        ),
        NavItem(
            "shop",
            gettext_lazy("Norms of time"),
            "catalog:norms",
            "clock",
            "catalog.change_norm",
            70,
        ),
        NavItem(
            "money",
            gettext_lazy("Purchase prices"),
            "catalog:purchase_prices",
            "receipt",
            SEE_COSTS,
            72,
            args=("material",),
        ),
    ]


def _terms():
    """Until when a client pays, and who is asked for more."""
    registry.add_panel(
        Panel(
            "clients.client",
            "payment_terms",
            "catalog/_payment_terms.html",
            payment_terms,
            "clients.view_client",
            55,
            place="aside",
        )
    )
    registry.add_approval_kind(
        registry.ApprovalKind(
            actions.DEFERRAL,
            gettext_lazy("Deferral of payment"),
            TERMS_RIGHT,
            Client,
            deferral_sentence,
            on_approve=actions.give_deferral,
        )
    )


def deferral_sentence(approval) -> str:
    asked = approval.asked
    allowed = int(asked["allowed_days"])
    words = {
        "wanted": in_words(int(asked["days"]), asked["unit"]),
        "allowed": in_words(allowed, asked["allowed_unit"]) if allowed else _("nothing"),
    }
    return _("Payment deferred for %(wanted)s; the policy gives %(allowed)s.") % words


def payment_terms(client, user) -> dict | None:
    if not user.sees_field("deferral_days"):
        return None
    asked = Approval.objects.waiting().of(client).of_kind(actions.DEFERRAL)
    terms = terms_of(client)
    return {
        "client": client,
        "deferral": in_words(terms.days, terms.unit) if terms.days else "",
        "credit_limit": terms.credit_limit,
        "group": terms.group if user.sees_field("group") else None,
        "asked": asked.first(),
        "may_change": user.has_perm("clients.change_client"),
    }
