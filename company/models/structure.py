from django.db import models
from django.utils.translation import gettext_lazy as _

from company.models.dictionary import DictionaryEntry


class Office(DictionaryEntry):
    """Where clients come; an order belongs to the office that took it."""

    address = models.CharField(_("Address"), max_length=250)
    phone = models.CharField(_("Phone"), max_length=60)
    hours = models.CharField(_("Opening hours"), max_length=120, blank=True)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Office")


class Department(DictionaryEntry):
    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Department")
