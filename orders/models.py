from orders.amendments.models import Amendment, AmendmentStepRecord, PositionChange
from orders.control.models import ControlMark
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
    "OrderStep",
    "Payment",
    "Position",
    "PositionChange",
    "PositionOperation",
    "PositionStepRecord",
    "SketchSending",
    "SketchStepRecord",
    "StorageWarning",
    "WorkOrder",
]
