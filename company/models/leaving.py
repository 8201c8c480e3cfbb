from django.conf import settings
from django.db import models

from company.models.employee import Employee
from core.models import Undoable


class LeavingQuerySet(models.QuerySet):
    def with_work(self):
        jobs = ("job", "changeset__undo_job")
        return self.select_related("by", "changeset__undone_by", *jobs)

    def open(self):
        """Something is still to be handed over, and nobody has taken it back."""
        return self.filter(done_at=None)


class Leaving(Undoable):
    """An employee leaves: what waited for them goes to successors, piece by piece."""

    employee = models.ForeignKey(Employee, models.PROTECT, related_name="leavings")
    successors = models.JSONField(default=dict)  # {code of the duty: key of company.whom}
    counts = models.JSONField(default=dict)  # {number of who gets them: {code of the duty: count}}
    handed = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects = LeavingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["employee"],
                condition=models.Q(done_at=None),
                name="leaving_open_once",
            )
        ]

    def __str__(self):
        return str(self.employee)

    @property
    def is_broken_off(self):
        return not (self.done_at or self.is_at_work)
