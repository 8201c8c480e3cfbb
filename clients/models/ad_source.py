from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class AdSource(DictionaryEntry):
    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Ad source")
