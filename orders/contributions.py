"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from core import registry
from orders.models import Position, WorkOrder


def contribute():
    registry.add_owner(
        registry.Owner(WorkOrder, WorkOrder.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.add_owner(registry.Owner(Position, Position.objects.visible_to))
    registry.hangs_on_client.append(registry.Hanging(WorkOrder, "client"))
