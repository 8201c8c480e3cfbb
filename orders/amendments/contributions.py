"""What amendments contribute to other pages; called once with the app's own contributions."""

from django.utils.translation import gettext_lazy as _

from core import registry
from orders.amendments import home
from orders.amendments.actions.drop import drop_with_order
from orders.amendments.lifecycle import CONSENT_RIGHT
from orders.amendments.models import Amendment, AmendmentStepRecord, PositionChange
from orders.amendments.panel import of_order, open_one

SEE = "orders.view_workorder"
OF_EMPLOYEES = (
    (Amendment, "drafted_by"),
    (Amendment, "consented_by"),
    (Amendment, "confirmed_by"),
    (AmendmentStepRecord, "by"),
    (PositionChange, "seen_by"),
)


def contribute():
    registry.add_owner(
        registry.Owner(Amendment, Amendment.objects.visible_to, papers_right="orders.see_prices")
    )
    registry.hangs_on_employee += [registry.Hanging(*each) for each in OF_EMPLOYEES]
    for code, context, order, place in (
        ("amendments", of_order, 5, "main"),
        ("open_amendment", open_one, 6, "top"),
    ):
        template = f"orders/_{code}.html"
        registry.add_panel(
            registry.Panel("orders.workorder", code, template, context, SEE, order, place)
        )
    registry.nav.append(
        registry.NavItem(
            "shop", _("Changes of orders"), "orders:amendments", "pencil", CONSENT_RIGHT, 15
        )
    )
    registry.home_blocks.append(
        registry.HomeBlock(
            "consents", "orders/_consents_home.html", home.to_consent, CONSENT_RIGHT, 12
        )
    )
    for happening in ("order_cancelled", "handed_over"):
        registry.react(happening, drop_with_order)
