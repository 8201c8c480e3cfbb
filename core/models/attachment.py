from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import registry
from core.models.owned import Owned, OwnedQuerySet


class Attachment(Owned):
    file = models.FileField(upload_to="attachments/%Y/%m/")
    name = models.CharField(_("File"), max_length=200)
    content_type = models.CharField(max_length=40)
    size_bytes = models.PositiveIntegerField()
    purpose = models.CharField(max_length=20, blank=True)  # "", "signature"
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Attached file")
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="attachment_owner")]

    def owner_for(self, user):
        """A sketch may be seen by more people than a paper; a file with a purpose may not."""
        owner = registry.owners[self.owner_type]
        if self.purpose or owner.files_visible_to is None:
            return super().owner_for(user)
        return owner.files_visible_to(user).get(pk=self.owner_id)

    def __str__(self):
        return self.name

    @property
    def is_image(self):
        return self.content_type.startswith("image/")
