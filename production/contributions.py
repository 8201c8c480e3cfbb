"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.utils.translation import gettext_lazy as _

from core import registry
from orders.work_orders.querysets import BRING


def contribute():
    registry.nav.append(
        registry.NavItem(
            "shop", _("Shop queue"), "production:queue", "tools", "orders.view_shop_position", 10
        )
    )
    registry.nav.append(
        registry.NavItem("shop", _("Transport"), "production:transport", "truck", BRING, 20)
    )
