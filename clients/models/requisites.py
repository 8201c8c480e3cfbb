from django.db import models
from django.utils.translation import gettext_lazy as _

from clients import completeness
from clients.models.tracking import of_card


@of_card("requisites")
class Requisites(models.Model):
    """What an organisation's papers say of it. Checked softly: a wrong one is kept and marked."""

    client = models.OneToOneField(
        "clients.Client", models.CASCADE, related_name="requisites", primary_key=True
    )
    legal_name = models.CharField(_("Full legal name"), max_length=250, blank=True)
    inn = models.CharField(_("INN"), max_length=12, blank=True)
    kpp = models.CharField(_("KPP"), max_length=9, blank=True)
    ogrn = models.CharField(_("OGRN"), max_length=15, blank=True)
    legal_address = models.CharField(_("Legal address"), max_length=250, blank=True)
    signatory = models.CharField(_("Who signs and on what ground"), max_length=250, blank=True)
    bank_name = models.CharField(_("Bank"), max_length=200, blank=True)
    bik = models.CharField(_("BIK"), max_length=9, blank=True)
    account = models.CharField(_("Settlement account"), max_length=20, blank=True)
    correspondent_account = models.CharField(_("Correspondent account"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("Requisites")
        triggers = completeness.counted()
        indexes = [
            models.Index(fields=["inn", "kpp"], condition=~models.Q(inn=""), name="requisites_inn"),
            models.Index(
                fields=["account"], condition=~models.Q(account=""), name="requisites_account"
            ),
        ]

    def __str__(self):
        return self.legal_name or self.inn
