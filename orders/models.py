from orders.amendments.models import Amendment, AmendmentStepRecord, PositionChange
from orders.control.models import ControlMark
from orders.money.debts.models import DebtMeasure, DebtRule, DebtStep
from orders.money.invoices.models import (
    Invoice,
    InvoiceLine,
    InvoiceShare,
    InvoiceStepRecord,
    Settlement,
)
from orders.money.models import CashShift, CashShiftStep, CashWithdrawal, Payment
from orders.money.reconciling.models import Reconciliation
from orders.money.statements.models import (
    BankLine,
    BankLineStep,
    BankStatement,
    BankStatementStep,
    ExpenseKind,
    LinePart,
)
from orders.sketches.models import SketchSending, SketchStepRecord
from orders.work_orders.models import (
    HandOver,
    OrderStep,
    Position,
    PositionOperation,
    PositionStepRecord,
    StorageWarning,
    WorkOrder,
)

__all__ = [
    "Amendment",
    "AmendmentStepRecord",
    "BankLine",
    "BankLineStep",
    "BankStatement",
    "BankStatementStep",
    "CashShift",
    "CashShiftStep",
    "CashWithdrawal",
    "ControlMark",
    "DebtMeasure",
    "DebtRule",
    "DebtStep",
    "ExpenseKind",
    "HandOver",
    "Invoice",
    "InvoiceLine",
    "InvoiceShare",
    "InvoiceStepRecord",
    "LinePart",
    "OrderStep",
    "Payment",
    "Position",
    "PositionChange",
    "PositionOperation",
    "PositionStepRecord",
    "Reconciliation",
    "Settlement",
    "SketchSending",
    "SketchStepRecord",
    "StorageWarning",
    "WorkOrder",
]
