"""What the control contributes to the pages of others."""

from django.utils.translation import gettext_lazy as _

from core import registry
from orders.control import home
from orders.control.querysets import CONTROL
from orders.models import ControlMark


def contribute():
    registry.nav.append(
        registry.NavItem("desk", _("Control"), "orders:control", "eye-check", CONTROL, 40)
    )
    registry.add_owner(
        registry.Owner(ControlMark, ControlMark.objects.visible_to, attach_right=CONTROL)
    )
    for field in ("by", "responsible", "settled_by"):
        registry.hangs_on_employee.append(registry.Hanging(ControlMark, field))
    registry.duties.append(
        registry.Duty(
            "remarks",
            _("Remarks of the control"),
            ControlMark,
            "responsible",
            ControlMark.objects.to_settle,
            order=50,
        )
    )
    registry.add_panel(
        registry.Panel(
            "orders.workorder", "control", "orders/_control_panel.html", home.of_order, "", 90
        )
    )
    registry.home_blocks.append(
        registry.HomeBlock("control", "orders/_control_home.html", home.not_controlled, CONTROL, 10)
    )
    registry.home_blocks.append(
        registry.HomeBlock("remarks", "orders/_remarks_home.html", home.to_settle, "", 12)
    )
