from orders.work_orders.models.hand_over import HandOver
from orders.work_orders.models.order import WorkOrder
from orders.work_orders.models.order_step import OrderStep
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
