from orders.control.models import ControlMark
from orders.money.models import Payment
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
    "ControlMark",
    "HandOver",
    "OrderStep",
    "Payment",
    "Position",
    "PositionOperation",
    "PositionStepRecord",
    "StorageWarning",
    "WorkOrder",
]
