from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class AdSource(DictionaryEntry):
    answer_minutes = models.PositiveSmallIntegerField(
        _("First answer within, working minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9600)],
        help_text=_("Empty: the norm of the firm."),
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Ad source")
