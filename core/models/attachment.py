from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry
from core.models.owned import Owned, OwnedQuerySet


class AttachmentQuerySet(OwnedQuerySet):
    def without_preview(self):
        return self.filter(preview_state=Attachment.PreviewState.WAITING)

    def of_pieces(self):
        """Sketches, photographs and plain files, and no signature; not those taken away."""
        return self.filter(purpose__in=Attachment.OF_PIECES, removed_at__isnull=True)

    def removed(self):
        return self.filter(removed_at__isnull=False)


class Attachment(Owned):
    class Purpose(models.TextChoices):
        FILE = "", pgettext_lazy("attachment", "File")
        SKETCH = "sketch", pgettext_lazy("attachment", "Sketch")
        PHOTO = "photo", pgettext_lazy("attachment", "Photograph")
        SIGNATURE = "signature", pgettext_lazy("attachment", "Signature")
        ACCEPTANCE = "acceptance", pgettext_lazy("attachment", "Signature at the acceptance")

    class PreviewState(models.TextChoices):
        NONE = "none", pgettext_lazy("preview", "Not needed")
        WAITING = "waiting", pgettext_lazy("preview", "Waiting")
        MADE = "made", pgettext_lazy("preview", "Made")
        FAILED = "failed", pgettext_lazy("preview", "Cannot be made")

    OF_PIECES = (Purpose.FILE, Purpose.SKETCH, Purpose.PHOTO)

    # Empty once the file was removed: the row stays and says who did it and why.
    file = models.FileField(upload_to="attachments/%Y/%m/", blank=True)
    name = models.CharField(_("File"), max_length=200)
    content_type = models.CharField(max_length=40)
    size_bytes = models.PositiveIntegerField()
    purpose = models.CharField(max_length=20, blank=True)
    preview = models.FileField(upload_to="attachments/previews/%Y/%m/", blank=True)
    preview_state = models.CharField(
        max_length=10, choices=PreviewState, default=PreviewState.WAITING
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True
    )
    removal_reason = models.CharField(max_length=250, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Attached file")
        permissions = [("remove_attachment", _("Remove an attached file"))]
        indexes = [
            models.Index(fields=["owner_type", "owner_id"], name="attachment_owner"),
            models.Index(
                fields=["id"],
                condition=models.Q(preview_state="waiting"),
                name="attachment_unpreviewed",
            ),
        ]

    def owner_for(self, user):
        """A sketch may be seen by more people than a paper; a file with a purpose may not."""
        owner = registry.owners[self.owner_type]
        if self.purpose not in self.OF_PIECES or owner.files_visible_to is None:
            return super().owner_for(user)
        return owner.files_visible_to(user).get(pk=self.owner_id)

    def __str__(self):
        return self.name

    @property
    def is_image(self):
        """Shown by a browser as it is; an SVG may hold a program, so only its preview is."""
        return self.content_type in {"image/png", "image/jpeg"}

    @property
    def picture_url(self):
        """Something to look at, if there is: the preview, or the picture itself without one."""
        if self.preview:
            return reverse("core:preview", args=[self.pk])
        return reverse("core:attachment", args=[self.pk]) if self.is_image else ""

    @property
    def waits_for_preview(self):
        return self.preview_state == self.PreviewState.WAITING

    @property
    def is_removed(self):
        return self.removed_at is not None

    @property
    def is_withdrawn(self):
        """Taken away, and kept all the same: somebody outside has seen it."""
        return self.is_removed and bool(self.file)

    @property
    def is_sketch(self):
        return self.purpose == self.Purpose.SKETCH

    @property
    def is_photograph(self):
        return self.purpose == self.Purpose.PHOTO
