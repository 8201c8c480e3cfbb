from django.db import models
from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class LossReason(DictionaryEntry):
    """Why nothing came of an interest or a deal."""

    is_unmet = models.BooleanField(
        _("We could not offer it"),
        default=False,
        help_text=_("Kept as unmet demand, with the client's wish."),
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Reason of a loss")


class Competitor(DictionaryEntry):
    site = models.URLField(_("Site"), blank=True)
    note = models.TextField(_("Note"), blank=True)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Competitor")
