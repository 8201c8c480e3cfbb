from django.db import models

from core.lifecycle import StepRecord
from orders.work_orders.lifecycle import ASIDE, ROUTES, Step, in_words_of
from orders.work_orders.models.order import WorkOrder


class OrderStep(StepRecord):
    subject = models.ForeignKey(WorkOrder, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def title(self):
        """What the order became; a step aside is named by itself."""
        step = Step(self.step)
        if step in ASIDE:
            return ASIDE[step]
        return in_words_of(self.subject, ROUTES[step].target).label
