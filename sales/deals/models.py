from decimal import Decimal

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry
from core import addresses
from core.lifecycle import StepRecord
from sales.deals.lifecycle import DEAL_LIFE, DealStatus, DealVerb
from sales.deals.querysets import DealQuerySet

Employee = settings.AUTH_USER_MODEL


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


@pghistory.track()
class Deal(models.Model):
    """An interest or a need that is worked through the stages of a process."""

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="deals", verbose_name=_("Client")
    )
    title = models.CharField(_("What it is about"), max_length=200)
    wish = models.TextField(_("The wish in the client's words"), blank=True)
    # A running deal stays on its version; `process` stands here too, since lists narrow by it.
    process = models.ForeignKey("sales.SaleProcess", models.PROTECT, related_name="deals")
    process_version = models.ForeignKey(
        "sales.ProcessVersion", models.PROTECT, related_name="deals"
    )
    stage = models.ForeignKey(
        "sales.ProcessStage",
        models.PROTECT,
        related_name="deals",
        verbose_name=pgettext_lazy("stage of a deal", "Stage"),
    )
    stage_since = models.DateTimeField()
    # The place in its version of the last stage that it has ever been in: see sales.funnel.
    furthest = models.PositiveSmallIntegerField(default=0, editable=False)
    status = models.CharField(_("State"), max_length=4, choices=DealStatus, default=DealStatus.OPEN)
    responsible = models.ForeignKey(
        Employee, models.PROTECT, related_name="deals", verbose_name=_("Responsible")
    )
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="+", verbose_name=_("Office")
    )
    ad_source = models.ForeignKey(
        "clients.AdSource",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Ad source"),
        null=True,
        blank=True,
    )
    product_groups = models.ManyToManyField(
        "catalog.ProductGroup", related_name="+", verbose_name=_("Product groups"), blank=True
    )
    expected_sum = models.DecimalField(
        _("Expected sum"), max_digits=12, decimal_places=2, default=Decimal(0)
    )
    expected_on = models.DateField(_("Expected closing"), null=True, blank=True)
    probability = models.PositiveSmallIntegerField(_("Probability, %"), default=0)
    # Whether the client had bought nothing yet when the deal was opened.
    is_of_new_client = models.BooleanField(default=True, editable=False)
    loss_reason = models.ForeignKey(
        LossReason,
        models.PROTECT,
        related_name="+",
        verbose_name=_("Reason of the loss"),
        null=True,
        blank=True,
    )
    lost_to = models.ForeignKey(
        Competitor,
        models.PROTECT,
        related_name="+",
        verbose_name=_("Lost to"),
        null=True,
        blank=True,
    )
    reopened_count = models.PositiveSmallIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(pgettext_lazy("deal", "Opened"))
    created_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(pgettext_lazy("deal", "Closed"), null=True, blank=True)

    objects = DealQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Deal")
        default_permissions = ("add", "view", "change")
        permissions = DEAL_LIFE.permissions()
        constraints = [
            models.CheckConstraint(condition=Q(expected_sum__gte=0), name="deal_sum_not_negative"),
            models.CheckConstraint(
                condition=Q(probability__range=(0, 100)), name="deal_probability"
            ),
            models.CheckConstraint(
                condition=Q(status=DealStatus.OPEN, closed_at__isnull=True)
                | (~Q(status=DealStatus.OPEN) & Q(closed_at__isnull=False)),
                name="deal_closed_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status=DealStatus.LOST) | Q(loss_reason__isnull=False),
                name="deal_lost_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="deal_created"),
            models.Index(
                fields=["process", "stage", "stage_since", "id"],
                condition=Q(status=DealStatus.OPEN),
                name="deal_open_stage",
            ),
            models.Index(
                fields=["expected_on", "id"],
                condition=Q(status=DealStatus.OPEN),
                name="deal_open_expected",
            ),
            models.Index(
                fields=["responsible", "stage_since", "id"],
                condition=Q(status=DealStatus.OPEN),
                name="deal_open_responsible",
            ),
            models.Index(fields=["client", "created_at", "id"], name="deal_of_client"),
            models.Index(fields=["closed_at", "id"], name="deal_closed"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return addresses.of_row("sales:deal", self.pk)

    @property
    def is_open(self):
        return self.status == DealStatus.OPEN

    def offers(self, user):
        return DEAL_LIFE.offers(self, user)


class DealStep(StepRecord):
    subject = models.ForeignKey(Deal, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return DealVerb(self.step).label


class DealStay(models.Model):
    """One stay of a deal in a stage: what funnels and norms are counted from."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="stays")
    stage = models.ForeignKey("sales.ProcessStage", models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    # How long it was, counted when it ends: the calendar of the firm is no matter of queries.
    working_days = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta:
        ordering = ["entered_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["deal"], condition=Q(left_at__isnull=True), name="deal_stays_in_one_stage"
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=models.F("entered_at")),
                name="deal_stay_in_order",
            ),
        ]
        indexes = [models.Index(fields=["stage", "entered_at"], name="deal_stay_stage")]

    def __str__(self):
        return f"{self.deal_id}: {self.stage_id}"
