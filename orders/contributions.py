"""What this app contributes to the pages of others; called once from AppConfig.ready()."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.importing import kinds
from clients.merging.moving import stay
from core import jobs, registry
from orders import (
    approvals,
    deal_panel,
    figures,
    home,
    old_orders,
    over_time,
    owed_calls,
    panels,
    personal_data,
    search,
)
from orders.amendments import contributions as amendments
from orders.control import contributions as control
from orders.models import (
    CashShift,
    CashShiftStep,
    CashWithdrawal,
    HandOver,
    OrderStep,
    Payment,
    PositionStepRecord,
    StorageWarning,
    WorkOrder,
)
from orders.money.debts import contributions as debts
from orders.money.invoices import contributions as invoices
from orders.money.reconciling import contributions as reconciling
from orders.money.statements import contributions as statements
from orders.old_orders import scans
from orders.sketches import contributions as sketches
from orders.unclaimed import contributions as unclaimed
from orders.work_orders import batch, bells
from orders.work_orders import panels as life
from orders.work_orders.conditions import STAGE

SEE = "orders.view_workorder"
# The folders of the list: its chips, on the way that everybody goes.
FOLDERS = (
    ("in_work", pgettext_lazy("folder", "In work"), "tools"),
    ("ready", pgettext_lazy("folder", "Ready"), "package"),
    ("awaited", pgettext_lazy("folder", "Wait for a decision"), "hourglass"),
    ("overdue", pgettext_lazy("folder", "Overdue"), "alert-triangle"),
    ("archive", pgettext_lazy("folder", "Archive"), "archive"),
)
OF_EMPLOYEE = (
    registry.Hanging(WorkOrder, "manager"),
    registry.Hanging(WorkOrder, "debt_allowed_by"),
    registry.Hanging(OrderStep, "by"),
    registry.Hanging(HandOver, "by"),
    registry.Hanging(PositionStepRecord, "by"),
    registry.Hanging(StorageWarning, "by"),
    registry.Hanging(Payment, "by"),
    registry.Hanging(CashShift, "opened_by"),
    registry.Hanging(CashShift, "closed_by"),
    registry.Hanging(CashShiftStep, "by"),
    registry.Hanging(CashWithdrawal, "by"),
)


def contribute():
    _own()
    _lead()
    _show()
    figures.contribute()
    owed_calls.contribute()
    jobs.add_kind(batch.KIND)
    _bring_in()
    registry.client_stages.append(
        registry.ClientStage(STAGE, pgettext_lazy("stage", "Order accepted"), lambda: 1)
    )
    bells.contribute()
    unclaimed.contribute()
    amendments.contribute()
    approvals.contribute()
    sketches.contribute()
    control.contribute()
    invoices.contribute()
    reconciling.contribute()
    statements.contribute()
    deal_panel.contribute()
    debts.contribute()


def _bring_in():
    kinds.add_kind(old_orders.KIND)
    jobs.add_kind(scans.KIND)
    registry.nav.append(
        registry.NavItem(
            "clients",
            _("Scans of orders"),
            "orders:attach_scans",
            "scan",
            right=old_orders.RIGHT,
            order=91,
            inside=True,
        )
    )


def _own():
    registry.add_owner(
        registry.Owner(
            WorkOrder,
            WorkOrder.objects.visible_to,
            attach_right="core.add_attachment",
            papers_right="orders.see_prices",
            files_visible_to=WorkOrder.objects.with_files_for,
        )
    )
    registry.add_owner(
        registry.Owner(HandOver, HandOver.objects.visible_to, papers_right="orders.see_prices")
    )
    _hang()


def _hang():
    registry.hangs_on_client += [
        registry.Hanging(WorkOrder, "client"),
        registry.Hanging(Payment, "client", stay, None),  # goes with its order
    ]
    registry.dealings.append(registry.Dealing(WorkOrder.objects.visible_to))
    personal_data.contribute()
    registry.hangs_on_employee += OF_EMPLOYEE
    registry.duties.append(
        registry.Duty(
            "orders",
            _("Open orders and calculations, debts"),
            WorkOrder,
            "manager",
            WorkOrder.objects.answered_for,
            SEE,
            of_managers=lambda rows: rows.filter(manager=F("client__responsible")),
            path="client",
            order=20,
        )
    )


def _lead():
    registry.nav.append(
        registry.NavItem(
            "desk", pgettext_lazy("list", "Orders"), "orders:index", "clipboard-list", SEE, 20
        )
    )
    for place, (chip, label, icon) in enumerate(FOLDERS, start=21):
        registry.nav.append(
            registry.NavItem(
                "desk", label, "orders:index", icon, SEE, place, query=f"chip={chip}", inside=True
            )
        )
    registry.nav.append(
        registry.NavItem(
            "money", _("Payments"), "orders:payments", "cash", "orders.view_payment", 20
        )
    )
    registry.nav.append(
        registry.NavItem(
            "money",
            _("Cash shift"),
            "orders:cash_shift",
            "coins",
            "orders.view_cashshift",
            10,
        )
    )
    registry.create_items.append(
        registry.CreateItem(
            _("New order"), "orders:new", "clipboard-plus", "orders.add_workorder", 10, "f2"
        )
    )


def _show():
    registry.add_panel(
        registry.Panel(
            "orders.workorder",
            "approvals",
            "orders/_approvals.html",
            panels.approvals,
            "orders.see_prices",
            10,
            place="top",
        )
    )
    for code, template, context, order, place in [
        ("standing", "orders/_standing.html", life.standing, 5, "top"),
        ("visits", "orders/_visits.html", life.visits, 5, "main"),
    ]:
        registry.add_panel(
            registry.Panel("orders.workorder", code, template, context, SEE, order, place)
        )
    registry.add_panel(
        registry.Panel(
            "clients.client", "orders", "orders/_client_orders.html", panels.of_client, SEE, 10
        )
    )
    over_time.contribute()
    over_time.name_days()
    registry.search_providers.append(
        registry.SearchProvider(
            "orders", pgettext_lazy("list", "Orders"), search.by_number_or_description, SEE, 10
        )
    )
    for place, (code, context) in enumerate(home.BLOCKS.items()):
        registry.home_blocks.append(
            registry.HomeBlock(code, "orders/_home.html", context, SEE, 20 + place)
        )
