from orders.money.models import Payment
from orders.work_orders.models import (
    OrderStep,
    Position,
    PositionOperation,
    PositionStepRecord,
    WorkOrder,
)

__all__ = [
    "OrderStep",
    "Payment",
    "Position",
    "PositionOperation",
    "PositionStepRecord",
    "WorkOrder",
]
