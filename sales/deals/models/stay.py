from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q

from sales.deals.models.deal import Deal
from sales.deals.stays import TIME, StayQuerySet


class DealStay(models.Model):
    """One stay of a deal in a stage: what funnels and norms are counted from."""

    deal = models.ForeignKey(Deal, models.CASCADE, related_name="stays")
    stage = models.ForeignKey("sales.ProcessStage", models.PROTECT, related_name="+")
    # Of the deal and never changed there: a funnel of a year looks at nothing else.
    process = models.ForeignKey(
        "sales.SaleProcess", models.PROTECT, related_name="+", db_index=False
    )
    deal_opened_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    # How long it was, counted when it ends: the calendar of the firm is no matter of queries.
    working_days = models.PositiveSmallIntegerField(null=True, editable=False)

    objects = StayQuerySet.as_manager()

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
        indexes = [
            models.Index(
                fields=["process", "deal_opened_at"],
                include=["deal", "stage", "working_days"],
                name="deal_stay_of_opened",
            ),
            GistIndex(TIME, name="deal_stay_time"),
        ]

    def __str__(self):
        return f"{self.deal_id}: {self.stage_id}"
