import pghistory
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from company.deadlines.terms import Unit
from company.models.dictionary import DictionaryEntry

DEFERRAL_UNITS = [(unit.value, unit.label) for unit in (Unit.WORKING_DAYS, Unit.DAYS)]


class Tag(DictionaryEntry):
    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Tag")


@pghistory.track()
class ClientGroup(DictionaryEntry):
    """Organisations of one owner: a holding, a chain. Its terms hold for each of them that has no
    deferral of its own: see clients.payment_terms."""

    deferral_days = models.PositiveSmallIntegerField(
        _("Payment is deferred for, days"), default=0, db_default=0
    )
    deferral_unit = models.CharField(
        _("Days of the deferral"),
        max_length=15,
        choices=DEFERRAL_UNITS,
        default=Unit.WORKING_DAYS,
        db_default=Unit.WORKING_DAYS,
    )
    credit_limit = models.DecimalField(
        _("Credit limit"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("How much each organisation may owe. Empty: no limit."),
    )

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Group of organisations")

    def get_absolute_url(self):
        return reverse("clients:group", args=[self.pk])
