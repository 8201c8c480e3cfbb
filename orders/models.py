from orders.money.models import Payment
from orders.work_orders.models import (
    HandOver,
    OrderStep,
    Position,
    PositionOperation,
    PositionStepRecord,
    WorkOrder,
)

__all__ = [
    "HandOver",
    "OrderStep",
    "Payment",
    "Position",
    "PositionOperation",
    "PositionStepRecord",
    "WorkOrder",
]
