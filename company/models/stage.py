from django.db import models
from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry
from core.standing import standing


class Stage(DictionaryEntry):
    """A stage of the workshop with its capacity, or work given outside for whole days."""

    code = models.SlugField(_("Code"), unique=True, max_length=30)
    minutes_per_day = models.PositiveIntegerField(
        _("Capacity, minutes per working day"), default=480
    )
    outside_days = models.PositiveSmallIntegerField(
        _("Working days outside"),
        default=0,
        help_text=_("0: done in the workshop"),
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Stage")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes_per_day__gt=0),
                name="stage_has_capacity",
                violation_error_message=_("A stage works at least one minute a day."),
            )
        ]

    @classmethod
    @standing
    def known(cls) -> list["Stage"]:
        return list(cls.objects.all())
