from django.utils.translation import gettext_lazy as _

from core import jobs, registry
from orders.models import BankLine, BankLineStep, BankStatement, BankStatementStep
from orders.money.statements import panels
from orders.money.statements.actions.undo import payment_is_corrected
from orders.money.statements.lifecycle import FINISH
from orders.money.statements.querysets import SEE
from orders.money.statements.work import KIND


def contribute():
    jobs.add_kind(KIND)
    _lead()
    registry.add_panel(
        registry.Panel(
            "orders.invoice",
            "advances",
            "orders/_advances.html",
            panels.advances_for,
            FINISH,
            10,
            place="aside",
        )
    )
    registry.hangs_on_client.append(registry.Hanging(BankLine, "client"))
    for model, field in [
        (BankStatement, "by"),
        (BankStatementStep, "by"),
        (BankLine, "finished_by"),
        (BankLineStep, "by"),
    ]:
        registry.hangs_on_employee.append(registry.Hanging(model, field))
    registry.react("payment_corrected", payment_is_corrected)


def _lead():
    registry.nav.append(
        registry.NavItem(
            "money", _("Bank statements"), "orders:statements", "building-bank", SEE, 25
        )
    )
    registry.nav.append(
        registry.NavItem(
            "money",
            _("Lines of bank statements"),
            "orders:bank_lines",
            "list-details",
            SEE,
            26,
            inside=True,
        )
    )
    registry.create_items.append(
        registry.CreateItem(
            _("Load a statement"), "orders:upload_statement", "building-bank", FINISH, 60
        )
    )
