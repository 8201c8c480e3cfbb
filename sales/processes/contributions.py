from django.utils.translation import gettext_lazy as _

from core import registry
from sales.models import ProcessVersion
from sales.processes.actions import CHANGE


def contribute():
    registry.nav.append(
        registry.NavItem("sales", _("Processes of sale"), "sales:processes", "route", CHANGE, 90)
    )
    registry.hangs_on_employee.append(registry.Hanging(ProcessVersion, "made_by"))
