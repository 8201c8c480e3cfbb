from orders.work_orders.models.hand_over import HandOver
from orders.work_orders.models.order import OrderStep, WorkOrder
from orders.work_orders.models.position import Position, PositionOperation, PositionStepRecord
from orders.work_orders.models.storage_warning import StorageWarning

__all__ = [
    "HandOver",
    "OrderStep",
    "Position",
    "PositionOperation",
    "PositionStepRecord",
    "StorageWarning",
    "WorkOrder",
]
