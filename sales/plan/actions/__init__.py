from sales.plan.actions.draft_plan import copy_plan, draft_plan
from sales.plan.actions.forecast import adjust_forecast, freeze_forecasts
from sales.plan.actions.plan import accept_plan, correct_plan, drop_plan, write_plan
from sales.plan.actions.remark import (
    bring_back,
    close_plan_remark,
    set_plan_remark,
    understand_plan_remark,
)

__all__ = [
    "accept_plan",
    "adjust_forecast",
    "bring_back",
    "close_plan_remark",
    "copy_plan",
    "correct_plan",
    "draft_plan",
    "drop_plan",
    "freeze_forecasts",
    "set_plan_remark",
    "understand_plan_remark",
    "write_plan",
]
