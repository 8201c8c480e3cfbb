from orders.amendments.lists import AmendmentList
from orders.money.cash_shift_list import CashShiftList
from orders.money.debts.lists import LateShipmentList, OverdueList, UnbilledList
from orders.money.invoices.lists import InvoiceList
from orders.money.lists import PaymentList
from orders.money.statements.lists import BankLineList, StatementList
from orders.sold.lists import SoldLineList
from orders.unclaimed.lists import UnclaimedList
from orders.work_orders.lists import OrderList

__all__ = [
    "AmendmentList",
    "BankLineList",
    "CashShiftList",
    "InvoiceList",
    "LateShipmentList",
    "OrderList",
    "OverdueList",
    "PaymentList",
    "SoldLineList",
    "StatementList",
    "UnbilledList",
    "UnclaimedList",
]
