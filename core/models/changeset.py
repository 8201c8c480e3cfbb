from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.models.job import Job


class ChangesetQuerySet(models.QuerySet):
    def undoable(self):
        return self.filter(undone_at=None, undo_until__gt=clock.now())


class Changeset(models.Model):
    """One move that changed many rows, kept so that it can be undone as one."""

    kind = models.CharField(max_length=40)  # "merge", "bulk", "import"…
    title = models.CharField(_("What was done"), max_length=250)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    undo_until = models.DateTimeField(_("Can be undone until"))
    undone_at = models.DateTimeField(_("Undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    undo_job = models.ForeignKey(Job, models.SET_NULL, related_name="+", null=True)
    undone_to = models.BigIntegerField(null=True)  # rows from this number on are taken back
    undo_done_at = models.DateTimeField(null=True)
    left_count = models.PositiveIntegerField(default=0)  # rows that had changed since, and stay
    left = models.JSONField(default=list)  # the first of them: [[model, number]…]

    objects = ChangesetQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("Change of many rows")
        indexes = [models.Index(fields=["at", "id"], name="changeset_at")]

    def __str__(self):
        return self.title

    @property
    def can_be_undone(self):
        return self.undone_at is None and clock.now() < self.undo_until

    @property
    def is_being_undone(self):
        return bool(self.undo_job and self.undo_job.is_open)

    @property
    def undo_broke_off(self):
        return bool(self.undone_at and not self.undo_done_at and not self.is_being_undone)


class Undoable(models.Model):
    """A move of many rows by a job, and its undoing: what its page asks of both."""

    job = models.ForeignKey(Job, models.SET_NULL, related_name="+", null=True)
    changeset = models.ForeignKey(Changeset, models.SET_NULL, related_name="+", null=True)

    class Meta:
        abstract = True

    @property
    def open_job(self) -> Job | None:
        """Whatever works on it now: the move itself, or its undoing."""
        undoing = self.changeset.undo_job if self.changeset else None
        return next((job for job in (self.job, undoing) if job and job.is_open), None)

    @property
    def is_at_work(self):
        return self.open_job is not None

    @property
    def can_be_undone(self):
        return bool(self.changeset and self.changeset.can_be_undone and not self.is_at_work)


class ChangedRow(models.Model):
    """What one row said before and after: without `before` it was made, without `after` deleted."""

    changeset = models.ForeignKey(Changeset, models.CASCADE, related_name="rows", db_index=False)
    model = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["model", "object_id"], name="changed_row_object"),
            models.Index(fields=["changeset", "id"], name="changed_row_of"),
        ]

    def __str__(self):
        return f"{self.model} {self.object_id}"
