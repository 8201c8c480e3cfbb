"""What unclaimed work contributes: its call, its list, its part of the order's page."""

from django.utils.translation import gettext_lazy as _

from core import registry
from orders.unclaimed import calls, panels

SEE = "orders.view_workorder"


def contribute():
    calls.contribute()
    registry.nav.append(
        registry.NavItem("desk", _("Not fetched"), "orders:unclaimed", "package-off", SEE, 25)
    )
    registry.add_panel(
        registry.Panel(
            "orders.workorder", "storage", "orders/_storage.html", panels.of_order, SEE, 5, "top"
        )
    )
