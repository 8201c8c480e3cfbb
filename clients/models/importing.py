"""Files that are brought in: how their columns were read, what came of each row, and the numbers
that clients have in other systems."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Undoable


class ExternalKey(models.Model):
    """The number of a client in another system: the same row is known again by it."""

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="external_keys")
    code = models.CharField(_("Number in another system"), max_length=100, unique=True)

    def __str__(self):
        return self.code


class ColumnMapping(models.Model):
    """What was said last of the columns of a file with these headings."""

    kind = models.CharField(max_length=40)
    headings = models.CharField(max_length=64)  # a digest of them
    columns = models.JSONField(default=list)  # a code of ImportField for each column, "" for none

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "headings"], name="column_mapping_once")
        ]

    def __str__(self):
        return f"{self.kind}: {self.columns}"


class ImportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A file holds names and phones: it is its owner's and of nobody else."""
        return self.filter(by=user)


class Import(Undoable):
    """One file from its upload to its undoing; the moments say how far it has come."""

    kind = models.CharField(max_length=40)  # a code of clients.importing.kinds
    file = models.FileField(upload_to="imports/%Y/%m/", blank=True)
    name = models.CharField(_("File"), max_length=200)
    headings = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    counts = models.JSONField(default=dict)  # {verdict: how many rows}
    position = models.PositiveIntegerField(default=0)  # rows that are done: a new run begins here
    total = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    uploaded_at = models.DateTimeField(pgettext_lazy("file", "Uploaded"))
    checked_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = pgettext_lazy("of a file", "Import")
        indexes = [
            models.Index(fields=["by", "-id"], name="import_by"),
            models.Index(fields=["uploaded_at"], name="import_uploaded_at"),
        ]

    def __str__(self):
        return self.name


class ImportRow(models.Model):
    """What a run says of a row: all that are wrong or stand twice, of the others the first ones."""

    class Verdict(models.TextChoices):
        NEW = "new", pgettext_lazy("row of a file", "New")
        UPDATED = "updated", pgettext_lazy("row of a file", "Updated")
        SAME = "same", pgettext_lazy("row of a file", "Without changes")
        DUPLICATE = "duplicate", pgettext_lazy("row of a file", "Duplicates")
        WRONG = "wrong", pgettext_lazy("row of a file", "With errors")

    of = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()  # as a spreadsheet counts them
    verdict = models.CharField(max_length=10, choices=Verdict)
    title = models.CharField(max_length=200, blank=True)
    cells = models.JSONField(default=list)
    notes = models.JSONField(default=list)  # [[column or "", sentence]…]: why, or what changes

    class Meta:
        ordering = ["line"]
        indexes = [models.Index(fields=["of", "verdict", "line"], name="import_row_verdict")]

    def __str__(self):
        return f"{self.line}: {self.verdict}"
