"""The papers of an order: each is content(order), frozen when issued, and one Russian template."""

from django.utils.translation import gettext_lazy as _

from core.documents import DocumentKind, add_kind
from orders.documents import amendment, calculation, receipt, storage_warning, work_order


def _number(order):
    return order.number


KINDS = (
    ("work_order", _("Work order"), work_order.content),
    ("receipt", _("Sales receipt"), receipt.content),
    ("calculation", _("Calculation"), calculation.content),
    ("storage_warning", _("Warning on unclaimed work"), storage_warning.content),
)
for place, (code, title, content) in enumerate(KINDS):
    add_kind(
        DocumentKind(
            code=code,
            title=title,
            template=f"orders/documents/{code}.html",
            content=content,
            number=_number,
            owner_label="orders.workorder",
            order=place,
        )
    )
add_kind(
    DocumentKind(
        code="amendment",
        title=_("Amendment"),
        template="orders/documents/amendment.html",
        content=amendment.content,
        number=lambda found: f"{found.order.number}-{found.number}",
        owner_label="orders.amendment",
    )
)
