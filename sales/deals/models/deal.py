from datetime import date
from decimal import Decimal

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.search import Words
from core import addresses, clock
from core.lifecycle import StepRecord
from sales.deals.lifecycle import DEAL_LIFE, TAKEN, DealStatus, DealVerb, Stuck
from sales.deals.models.dictionaries import Competitor, LossReason
from sales.deals.querysets import DealQuerySet

Employee = settings.AUTH_USER_MODEL
NO_DAY = date(9999, 1, 1)


@pghistory.track(exclude=["words", "expected_sort"])
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
    stage_since = models.DateTimeField(_("In this stage since"))
    # The last day within the norm of the stage, reckoned when it is entered.
    norm_until = models.DateField(_("Norm of the stage until"), null=True, editable=False)
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
    expected_sort = models.GeneratedField(
        expression=Coalesce(F("expected_on"), Value(NO_DAY)),
        output_field=models.DateField(),
        db_persist=True,
    )
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
    words = models.GeneratedField(
        expression=Words(F("title")), output_field=SearchVectorField(), db_persist=True
    )

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
            # What a funnel of a year asks for, answered without the rows.
            models.Index(
                fields=["process", "created_at"],
                include=[
                    *("id", "process_version", "furthest", "status", "expected_sum"),
                    *("responsible", "office", "ad_source", "client"),
                ],
                name="deal_funnel",
            ),
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
            models.Index(fields=["expected_sort", "id"], name="deal_expected"),
            models.Index(fields=["expected_sum", "id"], name="deal_sum"),
            models.Index(fields=["stage_since", "id"], name="deal_stage_since"),
            models.Index(fields=["responsible", "created_at", "id"], name="deal_of_employee"),
            models.Index(
                fields=["norm_until"],
                condition=Q(status=DealStatus.OPEN),
                name="deal_open_norm",
            ),
            GinIndex(fields=["words"], name="deal_words"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return addresses.of_row("sales:deal", self.pk)

    def hand_urls(self) -> dict[str, str]:
        verbs = ("accept", "decline", "recall")
        return {verb: reverse(f"sales:{verb}_deal", args=[self.pk]) for verb in verbs}

    @property
    def is_open(self):
        return self.status == DealStatus.OPEN

    @property
    def is_lost(self):
        return self.status == DealStatus.LOST

    @property
    def is_won(self):
        return self.status == DealStatus.WON

    @property
    def is_beyond_norm(self):
        return self.is_open and self.norm_until is not None and self.norm_until < clock.today()

    @property
    def stuck(self) -> Stuck | None:
        """Of rows that came `with_next_step`."""
        if not self.is_open:
            return None
        if self.is_beyond_norm:
            return Stuck.STANDS
        return None if self.has_next_step else Stuck.NO_STEP

    @property
    def weighted_sum(self):
        return self.expected_sum * self.probability / 100

    def offers(self, user):
        return DEAL_LIFE.offers(self, user)


class DealStep(StepRecord):
    subject = models.ForeignKey(Deal, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return TAKEN[DealVerb(self.step)]
