"""Where the menu leads."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.actions.regulation import REGULATE
from clients.duplicates.lifecycle import MERGE_RIGHT
from core import registry
from core.registry import CreateItem, NavItem

SEE = "clients.view_client"
CLIENTS = pgettext_lazy("list", "Clients")
INSIDE = (
    (pgettext_lazy("list", "Gaps in cards"), "clients:gaps", "forms", "clients.change_client", 12),
    (pgettext_lazy("list", "Segments"), "clients:segments", "chart-pie", SEE, 11),
    (
        pgettext_lazy("list", "Likely duplicates"),
        "clients:duplicates",
        "users-group",
        MERGE_RIGHT,
        12,
    ),
    (
        pgettext_lazy("list", "Bulk changes"),
        "clients:bulk_changes",
        "edit",
        "clients.bulk_client",
        13,
    ),
)


def contribute():
    registry.nav += [_inside(*entry) for entry in INSIDE]
    registry.nav += [
        NavItem("clients", CLIENTS, "clients:index", "users", right=SEE, order=10),
        NavItem(
            "clients",
            pgettext_lazy("list", "Import from files"),
            "clients:imports",
            "upload",
            right="clients.import_client",
            order=90,
        ),
        NavItem(
            "settings",
            _("Entry regulation"),
            "clients:regulation",
            "list-check",
            right=REGULATE,
            order=45,
        ),
    ]
    registry.create_items.append(
        CreateItem(
            pgettext_lazy("create", "Client"),
            "clients:add",
            "user-plus",
            right="clients.add_client",
            order=20,
            shortcut="alt+k",
        )
    )


def _inside(label, url_name, icon, right, order):
    return NavItem("clients", label, url_name, icon, right, order, inside=True)
