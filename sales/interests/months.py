from django.db import models
from django.urls import reverse

from sales.interests.lifecycle import CONTROL


class MonthQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.has_perm(CONTROL) else self.none()


class MonthTold(models.Model):
    """That the report of a month was sent: the row is what makes it the only one."""

    month = models.DateField(unique=True)
    told_at = models.DateTimeField()

    objects = MonthQuerySet.as_manager()

    class Meta:
        ordering = ["month"]
        default_permissions = ()

    def __str__(self):
        return f"{self.month:%m.%Y}"

    def get_absolute_url(self):
        return reverse("core:report", args=["interests_of_month"])
