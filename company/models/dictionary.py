from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DictionaryQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)

    def offered(self, current=None):
        """For a form: what is in use, and what the record has already, though it is off."""
        return self.filter(models.Q(is_active=True) | models.Q(pk=current))


class DictionaryEntry(models.Model):
    """One entry of a list that the firm edits: ordered, switched off instead of deleted."""

    name = models.CharField(pgettext_lazy("entry", "Name"), max_length=120, unique=True)
    ordering = models.PositiveSmallIntegerField(_("Order"), default=100)
    is_active = models.BooleanField(_("In use"), default=True)

    objects = DictionaryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["ordering", "name"]

    def __str__(self):
        return self.name
