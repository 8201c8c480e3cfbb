from orders.money.models.cash_shift import CashShift, CashShiftStep, CashWithdrawal
from orders.money.models.payment import Payment

__all__ = ["CashShift", "CashShiftStep", "CashWithdrawal", "Payment"]
