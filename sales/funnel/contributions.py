from django.utils.translation import pgettext_lazy

from core import registry
from sales.deals.lifecycle import SEE


def contribute():
    label = pgettext_lazy("sales", "Funnel")
    registry.nav.append(
        registry.NavItem("sales", label, "core:report", "filter", SEE, 30, args=("funnel_of_day",))
    )
