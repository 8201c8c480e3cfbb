from orders.amendments.models import Amendment, AmendmentStepRecord, PositionChange
from orders.control.models import ControlMark
from orders.money.invoices.models import (
    Invoice,
    InvoiceLine,
    InvoiceShare,
    InvoiceStepRecord,
    Settlement,
)
from orders.money.models import CashShift, CashShiftStep, CashWithdrawal, Payment
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
    "CashShift",
    "CashShiftStep",
    "CashWithdrawal",
    "ControlMark",
    "HandOver",
    "Invoice",
    "InvoiceLine",
    "InvoiceShare",
    "InvoiceStepRecord",
    "OrderStep",
    "Payment",
    "Position",
    "PositionChange",
    "PositionOperation",
    "PositionStepRecord",
    "Settlement",
    "SketchSending",
    "SketchStepRecord",
    "StorageWarning",
    "WorkOrder",
]
