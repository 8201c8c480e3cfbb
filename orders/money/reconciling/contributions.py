from core import registry
from orders.models import Reconciliation


def contribute():
    registry.add_owner(
        registry.Owner(
            Reconciliation, Reconciliation.objects.visible_to, papers_right="orders.see_prices"
        )
    )
    registry.hangs_on_client.append(registry.Hanging(Reconciliation, "client"))
    registry.hangs_on_employee.append(registry.Hanging(Reconciliation, "by"))
