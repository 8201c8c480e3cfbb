from tasks.models.recurring import RecurringRun, RecurringTask
from tasks.models.task import CheckItem, Task, TaskStep
from tasks.models.template import TaskTemplate

__all__ = ["CheckItem", "RecurringRun", "RecurringTask", "Task", "TaskStep", "TaskTemplate"]
