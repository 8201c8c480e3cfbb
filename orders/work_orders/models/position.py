import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from catalog.lines import Line
from core.lifecycle import StepRecord
from orders.work_orders.described import Words
from orders.work_orders.lifecycle import (
    BEGUN_IN_SHOP,
    IN_SHOP,
    LEFT_SHOP,
    POSITION_ASIDE,
    POSITION_LIFE,
    POSITION_ROUTES,
    PositionStatus,
    PositionStep,
)
from orders.work_orders.models.order import WorkOrder
from orders.work_orders.querysets import OperationQuerySet, PositionQuerySet

IN_SHOP_STATES = [state.value for state in PositionStatus if state in IN_SHOP]


class StandingPositions(models.Manager.from_queryset(PositionQuerySet)):
    """What an amendment has taken out is no part of the order any more; its row stays, with its
    steps, defects and questions: `Position.ever`."""

    def get_queryset(self):
        return super().get_queryset().exclude(status=PositionStatus.REMOVED)


@pghistory.track(exclude=["words"])
class Position(Line):
    """One line to make, with its own state in the shop; goods and services do not go there."""

    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="positions")
    # Some of its pieces have left before the others: a row of their own, under the same number.
    part = models.PositiveSmallIntegerField(default=0, editable=False)
    status = models.CharField(
        _("State"), max_length=12, choices=PositionStatus, default=PositionStatus.WAITING
    )
    goes_to_shop = models.BooleanField(default=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    times_sent_back = models.PositiveSmallIntegerField(default=0, editable=False)
    # An amendment changed what is made of it, and nobody of the workshop has confirmed it yet.
    has_unseen_change = models.BooleanField(default=False, editable=False)
    hand_over = models.ForeignKey(
        "orders.HandOver", models.PROTECT, related_name="positions", null=True, editable=False
    )

    words = models.GeneratedField(
        expression=Words(F("title"), F("note")), output_field=SearchVectorField(), db_persist=True
    )

    objects = StandingPositions()
    ever = PositionQuerySet.as_manager()

    class Meta(Line.Meta):
        ordering = ["ordinal", "part"]
        verbose_name = _("Position")
        permissions = [
            *POSITION_LIFE.permissions(),
            ("view_shop_position", _("See the shop queue")),
            ("mind_dates_position", _("Be told every morning which dates are in danger")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["order", "ordinal", "part"],
                name="position_part_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="position_quantity"),
            models.CheckConstraint(condition=Q(total__gte=0), name="position_total"),
            models.CheckConstraint(condition=Q(hand_price__gte=0), name="position_hand_price"),
        ]
        indexes = [
            models.Index(
                fields=["status", "id"],
                condition=Q(goes_to_shop=True, status__in=IN_SHOP_STATES),
                name="position_in_shop",
            ),
            GinIndex(fields=["words"], name="position_words"),
            # What was sold of each group, without opening the positions.
            models.Index(
                fields=["order"], include=["product_group", "total", "status"], name="position_sold"
            ),
            models.Index(fields=["width_mm", "height_mm"], name="position_width"),
            models.Index(fields=["height_mm"], name="position_height"),
        ]

    @property
    def state(self):
        return PositionStatus(self.status)

    @property
    def numbered(self) -> str:
        """«1», or «1 (2 pcs)» where only so many of its pieces are meant."""
        if not self.part:
            return str(self.ordinal)
        words = {"number": self.ordinal, "count": self.quantity}
        return (
            ngettext("%(number)s (%(count)s pc)", "%(number)s (%(count)s pcs)", self.quantity)
            % words
        )

    @property
    def is_loaded(self):
        return self.status == PositionStatus.LOADED

    @property
    def waits_for_transport(self):
        return self.status == PositionStatus.CHECKED

    def offers(self, user):
        return POSITION_LIFE.offers(self, user)

    @property
    def may_change(self):
        """It can still be made otherwise; what is not made changes until the client has it."""
        gone = LEFT_SHOP if self.goes_to_shop else {PositionStatus.HANDED_OVER}
        return self.status not in gone

    @property
    def is_being_made(self):
        return self.goes_to_shop and self.status in BEGUN_IN_SHOP

    @property
    def is_remade(self):
        """It was sent back at least once: what is made now is made again."""
        return self.times_sent_back > 0


class PositionStepRecord(StepRecord):
    subject = models.ForeignKey(Position, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def title(self):
        step = PositionStep(self.step)
        return POSITION_ASIDE.get(step) or POSITION_ROUTES[step].target.label


class PositionOperation(models.Model):
    """Work of one position at one stage, as long as it stands in that stage's queue."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="operations")
    stage = models.ForeignKey("company.Stage", models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField()
    is_open = models.BooleanField(default=False)  # queued: accepted, not started past it, not made

    objects = OperationQuerySet.as_manager()

    class Meta:
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["position", "ordinal"], name="operation_ordinal_once")
        ]
        indexes = [
            models.Index(
                fields=["stage"],
                include=["minutes"],
                condition=Q(is_open=True),
                name="operation_queued",
            )
        ]

    def __str__(self):
        return f"{self.stage_id}: {self.minutes}"
