"""The papers of an order: each is content(order), frozen when issued, and one Russian template."""

from django.utils.translation import gettext_lazy as _

from core.documents import DocumentKind, add_kind
from orders.documents import (
    act,
    amendment,
    calculation,
    delivery_note,
    handed,
    invoice,
    label,
    own_material_slip,
    receipt,
    reconciliation,
    storage_warning,
    work_order,
)


def _number(order):
    return order.number


KINDS = (
    ("work_order", _("Work order"), work_order.content),
    ("receipt", _("Sales receipt"), receipt.content),
    ("calculation", _("Calculation"), calculation.content),
    ("storage_warning", _("Warning on unclaimed work"), storage_warning.content),
    ("own_material_slip", _("Slip for the client's material"), own_material_slip.content),
)
# What of the client each of them prints besides the name.
SHOWN = {
    "work_order": ("phone",),
    "storage_warning": ("phone", "email", "address"),
    "own_material_slip": ("phone",),
}
REQUISITES = ("address", "inn", "kpp", "legal_address")
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
            shows=SHOWN.get(code, ()),
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
        shows=("phone",),
    )
)
OF_VISIT = (
    (handed.NOTE, _("Delivery note"), delivery_note.content),
    (handed.ACT, _("Act of acceptance"), act.content),
)
for place, (code, title, content) in enumerate(OF_VISIT):
    add_kind(
        DocumentKind(
            code=code,
            title=title,
            template=f"orders/documents/{code}.html",
            content=content,
            number=handed.number,
            owner_label="orders.handover",
            order=place,
            shows=("phone", *REQUISITES),
        )
    )
add_kind(
    DocumentKind(
        code="invoice",
        title=_("Invoice"),
        template="orders/documents/invoice.html",
        content=invoice.content,
        number=_number,
        owner_label="orders.invoice",
        shows=REQUISITES,
    )
)


add_kind(
    DocumentKind(
        code="reconciliation",
        title=_("Reconciliation statement"),
        template="orders/documents/reconciliation.html",
        content=reconciliation.content,
        number=str,
        owner_label="orders.reconciliation",
        shows=(*REQUISITES, "debt_sum"),
    )
)


def _number_of_piece(position):
    return f"{position.order.number}-{position.ordinal}"


LABELS = (
    ("labels", _("Labels"), label.sheet_of_order, _number, "orders.workorder"),
    ("labels_roll", _("Labels on a roll"), label.roll_of_order, _number, "orders.workorder"),
    ("label", _("Label"), label.sheet_of_position, _number_of_piece, "orders.position"),
    (
        "label_roll",
        _("Label on a roll"),
        label.roll_of_position,
        _number_of_piece,
        "orders.position",
    ),
)
for code, title, content, number, owner in LABELS:
    add_kind(
        DocumentKind(
            code=code,
            title=title,
            template="orders/documents/label.html",
            content=content,
            number=number,
            owner_label=owner,
            order=90,
        )
    )
