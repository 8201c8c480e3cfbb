"""Sketches of positions: on the order's page, and void when another one is attached."""

from core import registry
from orders.models import Position, SketchSending, SketchStepRecord, WorkOrder
from orders.sketches import panels
from orders.sketches.actions import void_by_new_view, void_if_changed

POSITION, ORDER = Position._meta.label_lower, WorkOrder._meta.label_lower


def contribute():
    registry.add_owner(
        registry.Owner(Position, Position.objects.visible_to, attach_right="core.add_attachment")
    )
    registry.add_panel(
        registry.Panel("orders.workorder", "files", "orders/_files.html", panels.of_order, "", 1)
    )
    registry.react("file_attached", _void_by_new_sketch)
    for model, field in [
        (SketchSending, "sent_by"),
        (SketchSending, "answered_by"),
        (SketchStepRecord, "by"),
    ]:
        registry.hangs_on_employee.append(registry.Hanging(model, field))


def _void_by_new_sketch(attachment, *, by):
    if not attachment.is_sketch:
        return
    if attachment.owner_type == POSITION:
        position = Position.objects.select_related("order").get(pk=attachment.owner_id)
        void_if_changed(position.order, by=by)
    elif attachment.owner_type == ORDER:
        void_by_new_view(WorkOrder(pk=attachment.owner_id), by=by)
