from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core import registry
from orders.models import Invoice, InvoiceStepRecord
from orders.money.invoices import panels
from orders.money.invoices.actions.send import has_left
from orders.money.invoices.following import follow_orders

SEE, ISSUE = "orders.view_invoice", "orders.add_invoice"


def contribute():
    registry.nav.append(
        registry.NavItem("money", _("Invoices"), "orders:invoices", "file-invoice", SEE, 15)
    )
    registry.create_items.append(
        registry.CreateItem(_("New invoice"), "orders:issue_invoice", "file-invoice", ISSUE, 15)
    )
    registry.add_owner(
        registry.Owner(Invoice, Invoice.objects.visible_to, papers_right="orders.see_prices")
    )
    registry.add_panel(
        registry.Panel(
            "orders.workorder",
            "invoices",
            "orders/_invoices.html",
            panels.of_order,
            SEE,
            20,
            "aside",
        )
    )
    _hang()
    registry.react("letter_sent", has_left)
    for happening in ("order_cancelled", "order_amended", "money_booked"):
        registry.react_to_all(happening, follow_orders)


def _hang():
    registry.hangs_on_client.append(registry.Hanging(Invoice, "client"))
    for model, field in [(Invoice, "manager"), (Invoice, "by"), (InvoiceStepRecord, "by")]:
        registry.hangs_on_employee.append(registry.Hanging(model, field))
    registry.duties.append(
        registry.Duty(
            "invoices",
            _("Invoices for which money is awaited"),
            Invoice,
            "manager",
            Invoice.objects.open,
            SEE,
            of_managers=lambda rows: rows.filter(manager=F("client__responsible")),
            path="client",
            order=25,
        )
    )
