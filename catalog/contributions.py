"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from core import registry
from core.registry import NavItem


def contribute():
    registry.nav += [
        NavItem("desk", _("Price list"), "catalog:prices", "tags", "catalog.view_price", 60),
        NavItem("shop", _("Norms of time"), "catalog:norms", "clock", "catalog.change_norm", 70),
    ]
