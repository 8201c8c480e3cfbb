from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models.client import Client
from core import addresses


class MergeQuerySet(models.QuerySet):
    def visible_to(self, user):
        seen = Client.objects.visible_to(user).filter(pk=OuterRef("survivor"))
        return self.filter(Exists(seen))

    def standing(self):
        return self.filter(changeset__undone_at=None)


class Merge(models.Model):
    """One card taken into another. The number that is gone leads to the card that stays; when that
    one is merged on, `survivor` follows and `into_pk` still says where the rows went."""

    survivor = models.ForeignKey(
        Client, models.CASCADE, related_name="merges", verbose_name=_("Into the card")
    )
    into_pk = models.BigIntegerField(editable=False)
    gone_pk = models.BigIntegerField(editable=False)
    gone_name = models.CharField(_("Card that is gone"), max_length=200)
    changeset = models.OneToOneField("core.Changeset", models.PROTECT, related_name="merge")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )
    at = models.DateTimeField(pgettext_lazy("moment", "When"))

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Merge of clients")
        indexes = [
            models.Index(fields=["at", "id"], name="merge_at"),
            models.Index(fields=["gone_pk"], name="merge_gone"),
        ]

    def __str__(self):
        return self.gone_name

    def get_absolute_url(self):
        return addresses.of_row("clients:merge_card", self.pk)
