from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock


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


class ChangedRow(models.Model):
    """What one row said before and after: without `before` it was made, without `after` deleted."""

    changeset = models.ForeignKey(Changeset, models.CASCADE, related_name="rows")
    model = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["model", "object_id"], name="changed_row_object")]

    def __str__(self):
        return f"{self.model} {self.object_id}"
