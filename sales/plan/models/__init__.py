from sales.plan.models.forecast import Forecast, ForecastLine
from sales.plan.models.plan import Clientele, PlanLine, SalesPlan, SalesPlanStep
from sales.plan.models.remark import PlanRemark, PlanRemarkStep

__all__ = [
    "Clientele",
    "Forecast",
    "ForecastLine",
    "PlanLine",
    "PlanRemark",
    "PlanRemarkStep",
    "SalesPlan",
    "SalesPlanStep",
]
