from orders.money.debts.reports import DebtByAge, PromisedAgainstActual
from orders.money.invoices.reports import InvoiceRegister
from orders.money.reports import CashDay
from orders.money.statements.reports import Expenses
from orders.sold.reports import SoldReport
from orders.work_orders.reports import DiscountsAgainstPolicy, MarginByOrder

__all__ = [
    "CashDay",
    "DebtByAge",
    "DiscountsAgainstPolicy",
    "Expenses",
    "InvoiceRegister",
    "MarginByOrder",
    "PromisedAgainstActual",
    "SoldReport",
]
