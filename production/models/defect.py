from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry
from core import clock
from orders.models import Position


class DefectCause(DictionaryEntry):
    """Where a defect came from, as the firm counts them."""

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Cause of defects")


class DefectQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(position__in=Position.ever.visible_to(user))

    def found_on(self, day):
        return self.found_between(day, day)

    def found_between(self, since, until):
        return self.filter(**clock.during("found_at", since, until))

    def told(self):
        """With all that a line about a defect names."""
        return self.select_related("cause", "stage", "found_by", "position__order")


class Defect(models.Model):
    """Why a position came back: one for each time, from the workshop or from the office."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="defects")
    cause = models.ForeignKey(
        DefectCause,
        models.PROTECT,
        related_name="+",
        verbose_name=_("Cause"),
        null=True,
        blank=True,
    )
    stage = models.ForeignKey(
        "company.Stage",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Stage where it arose"),
        null=True,
        blank=True,
    )
    words = models.CharField(_("What is wrong and what is to be done again"), max_length=500)
    found_at = models.DateTimeField(pgettext_lazy("moment", "When"))
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )

    objects = DefectQuerySet.as_manager()

    class Meta:
        ordering = ["found_at", "pk"]
        verbose_name = _("Defect")
        indexes = [models.Index(fields=["found_at", "id"], name="defect_found")]

    def __str__(self):
        return self.words

    def get_absolute_url(self):
        return reverse("production:position", args=[self.position_id])
