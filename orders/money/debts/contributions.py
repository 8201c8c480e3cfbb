"""What debts contribute: calls, decisions, pages, parts of other pages."""

from django.utils.translation import pgettext_lazy

from clients.merging.moving import stay
from core import registry
from orders.models import DebtStep
from orders.money.debts import calls, deferral, home, over_time, paid, panels

SEE = "orders.view_invoice"


def contribute():
    calls.contribute()
    deferral.contribute()
    paid.contribute()
    over_time.contribute(SEE)
    registry.hangs_on_client.append(
        registry.Hanging(DebtStep, "client", stay, None)  # goes with its invoice
    )
    registry.nav.append(
        registry.NavItem(
            "money", pgettext_lazy("debts", "Overdue"), "orders:overdue", "alarm", SEE, 16
        )
    )
    registry.home_blocks.append(
        registry.HomeBlock("debts", "orders/_home_debts.html", home.overdue, SEE, 24)
    )
    for code, place, context in (
        ("dispute", "top", panels.dispute),
        ("debt_steps", "aside", panels.steps),
    ):
        registry.add_panel(
            registry.Panel(
                "orders.invoice", code, f"orders/_{code}.html", context, SEE, place=place
            )
        )
