"""What hangs on a deal: who decides, whom we compete with, what has become of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.models import ContactPerson
from sales.deals.models.deal import Deal
from sales.deals.models.dictionaries import Competitor

Employee = settings.AUTH_USER_MODEL


class DealPerson(models.Model):
    """A contact person who takes part in the decision; `part` goes before the one of the card."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="people")
    person = models.ForeignKey(
        ContactPerson, models.CASCADE, related_name="+", verbose_name=_("Contact person")
    )
    part = models.CharField(
        _("Part in this purchase"), max_length=12, choices=ContactPerson.Part, blank=True
    )
    note = models.CharField(_("Note"), max_length=250, blank=True)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["deal", "person"], name="deal_person_once")]

    def __str__(self):
        return str(self.person)

    @property
    def part_here(self) -> str:
        return self.get_part_display() or self.person.get_part_display()


class CompetitorOffer(models.Model):
    """What a competitor offers for the same, as far as we know."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="competitor_offers")
    competitor = models.ForeignKey(
        Competitor, models.PROTECT, related_name="offers", verbose_name=_("Competitor")
    )
    what = models.CharField(_("What they offer"), max_length=250, blank=True)
    price = models.DecimalField(
        _("Their price"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(_("How we know"), max_length=250, blank=True)
    known_on = models.DateField(_("Known on"))
    noted_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-known_on", "-pk"]
        default_permissions = ()
        verbose_name = _("Offer of a competitor")
        indexes = [models.Index(fields=["competitor", "known_on", "id"], name="offer_competitor")]
        constraints = [
            models.CheckConstraint(
                condition=Q(price__isnull=True) | Q(price__gte=0), name="offer_price_not_negative"
            )
        ]

    def __str__(self):
        return str(self.competitor)


class DealOrder(models.Model):
    """A work order that a deal has become; an order belongs to one deal."""

    deal = models.ForeignKey(Deal, models.PROTECT, related_name="orders")
    order = models.OneToOneField(
        "orders.WorkOrder", models.PROTECT, related_name="of_deal", verbose_name=_("Work order")
    )
    linked_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.deal_id}: {self.order_id}"


class RiskScore(models.Model):
    """How risky a deal was on a day, from 0 to 100; the newest one holds."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="risk_scores")
    answers = models.JSONField(default=dict)  # {code of a question: code of the answer}
    # [code, what was found, points] of each part, as they stood then.
    parts = models.JSONField(default=list)
    score = models.PositiveSmallIntegerField(_("Risk"))
    note = models.CharField(_("Note"), max_length=250, blank=True)
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["deal", "-at", "-id"], name="risk_of_deal")]
        constraints = [
            models.CheckConstraint(condition=Q(score__range=(0, 100)), name="risk_score_range")
        ]

    def __str__(self):
        return str(self.score)


class ClientOutlook(models.Model):
    """What may be expected of a client, as somebody saw it on a day; the newest one holds."""

    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="outlooks")
    yearly_sum = models.DecimalField(
        _("May order a year, ₽"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    answers = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    score = models.PositiveSmallIntegerField(_("Prospects"))
    note = models.TextField(_("Prospects in words"), blank=True)
    at = models.DateTimeField(pgettext_lazy("moment", "When"))
    by = models.ForeignKey(Employee, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        verbose_name = _("Potential and prospects")
        indexes = [models.Index(fields=["client", "-at", "-id"], name="outlook_of_client")]
        constraints = [
            models.CheckConstraint(condition=Q(score__range=(0, 100)), name="outlook_score_range")
        ]

    def __str__(self):
        return str(self.score)
