from sales.plan.views.forecast import adjust_forecast, forecast
from sales.plan.views.plan import (
    accept_plan,
    add_plan,
    compare_plans,
    copy_plan,
    drop_plan,
    plan,
    plans,
    write_plan,
)
from sales.plan.views.remark import (
    close_plan_remark,
    correct_plan,
    plan_difference,
    plan_remark,
    set_plan_remark,
    understand_plan_remark,
)

__all__ = [
    "accept_plan",
    "add_plan",
    "adjust_forecast",
    "close_plan_remark",
    "compare_plans",
    "copy_plan",
    "correct_plan",
    "drop_plan",
    "forecast",
    "plan",
    "plan_difference",
    "plan_remark",
    "plans",
    "set_plan_remark",
    "understand_plan_remark",
    "write_plan",
]
