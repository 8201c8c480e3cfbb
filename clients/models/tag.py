from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class Tag(DictionaryEntry):
    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Tag")


class ClientGroup(DictionaryEntry):
    """Organisations of one owner: a holding, a chain."""

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Group of organisations")
