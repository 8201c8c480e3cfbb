from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import registry
from core.models.owned import Owned, OwnedQuerySet


class DocumentQuerySet(OwnedQuerySet):
    def latest_revisions(self):
        return self.order_by("kind", "number", "-revision").distinct("kind", "number")


class Document(Owned):
    """A paper once issued: its content is frozen, its PDF is printed again exactly as it was."""

    kind = models.CharField(max_length=40)
    number = models.CharField(_("No."), max_length=40)
    revision = models.PositiveSmallIntegerField(default=1)
    content = models.JSONField()  # everything the template shows, requisites included
    pdf = models.FileField(upload_to="documents/%Y/%m/", blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_type", "owner_id", "kind", "revision"],
                name="document_revision_once",
            ),
        ]

    @property
    def kind_entry(self):
        return registry.document_kinds[self.kind]

    @property
    def title(self):
        return self.kind_entry.title

    def __str__(self):
        return f"{self.kind} {self.number}"
