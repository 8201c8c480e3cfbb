from orders.money.reports import CashDay

__all__ = ["CashDay"]
