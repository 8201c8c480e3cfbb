from orders.money.lists import PaymentList
from orders.work_orders.lists import OrderList

__all__ = ["OrderList", "PaymentList"]
