from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses
from core.models import Undoable

SEE = "clients.bulk_client"


OUTCOMES = {
    "same": _("Say this already"),
    "barred": _("May not be changed"),
    "gone": _("Not there any more"),
}


class BulkChangeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A draft is its author's; what was written concerns the whole firm."""
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(models.Q(by=user) | models.Q(begun_at__isnull=False))

    def begun(self):
        return self.filter(begun_at__isnull=False)

    def standing(self):
        return self.begun().filter(changeset__undone_at=None)


class BulkChange(Undoable):
    """One change of many clients from its preview to its undoing; the moments say how far it is.

    Whom it concerns is settled when it is looked at, so that what is written is what was shown.
    """

    what = models.CharField(max_length=60)  # a code of clients.bulk.changes
    value = models.JSONField(null=True)
    along = models.JSONField(default=list)  # codes of duties that go with the manager
    title = models.CharField(_("What is changed"), max_length=250)
    pks = ArrayField(models.BigIntegerField(), default=list)
    position = models.PositiveIntegerField(default=0)  # so many of them are done
    counts = models.JSONField(default=dict)
    changed_count = models.PositiveIntegerField(_("Clients changed"), default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    created_at = models.DateTimeField()
    begun_at = models.DateTimeField(pgettext_lazy("moment", "When"), null=True)
    done_at = models.DateTimeField(null=True)

    objects = BulkChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Bulk change")
        default_permissions = ()
        indexes = [
            models.Index(fields=["begun_at", "id"], name="bulk_change_begun"),
            models.Index(fields=["by", "-id"], name="bulk_change_by"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return addresses.of_row("clients:bulk_change_card", self.pk)

    @property
    def is_draft(self):
        return self.begun_at is None

    @property
    def is_broken_off(self):
        return bool(self.begun_at and not self.done_at and not self.is_at_work)

    @property
    def outcome(self) -> list[tuple]:
        """(words, how many) beside those that were changed; only what there is."""
        named = [(OUTCOMES[code], self.counts.get(code)) for code in OUTCOMES]
        went = [
            (code.removeprefix("along:"), count)
            for code, count in self.counts.items()
            if code.startswith("along:")
        ]
        return [(label, count) for label, count in [*named, *went] if count]

    def concerned(self):
        """The numbers of all whom it concerns, as a query that does not carry them."""
        own = BulkChange.objects.filter(pk=self.pk)
        return own.values(each=Func(F("pks"), function="unnest"))
