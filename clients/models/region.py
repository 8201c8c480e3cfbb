from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class Region(DictionaryEntry):
    """Where clients are at home, as coarse as the firm wants to count its sales."""

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Region")
