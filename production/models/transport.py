from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.lifecycle import StepRecord
from production.transport.lifecycle import LIFE, Status, Step
from production.transport.querysets import TransportListQuerySet, TransportRowQuerySet


class TransportList(models.Model):
    """What one drive brings to one office; numbered when it leaves the workshop."""

    year = models.PositiveSmallIntegerField(default=0)
    seq = models.PositiveIntegerField(default=0)
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="+", verbose_name=_("Office")
    )
    driver = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Driver")
    )
    status = models.CharField(_("State"), max_length=12, choices=Status, default=Status.OPEN)
    created_at = models.DateTimeField(pgettext_lazy("transport list", "Begun"))
    left_at = models.DateTimeField(pgettext_lazy("transport list", "Left"), null=True)
    arrived_at = models.DateTimeField(pgettext_lazy("transport list", "Unloaded at"), null=True)

    objects = TransportListQuerySet.as_manager()

    class Meta:
        verbose_name = _("Transport list")
        permissions = LIFE.permissions()
        constraints = [
            models.UniqueConstraint(
                fields=["office"], condition=Q(status=Status.OPEN), name="transport_one_open"
            ),
            models.UniqueConstraint(
                fields=["year", "seq"], condition=Q(seq__gt=0), name="transport_number_once"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.OPEN) | Q(seq__gt=0, left_at__isnull=False),
                name="transport_left_has_number",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="transport_created"),
            models.Index(fields=["status", "arrived_at"], name="transport_status"),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("production:transport_list", args=[self.pk])

    @property
    def number(self):
        return f"{self.year}-{self.seq:04}" if self.seq else str(_("no number yet"))

    @property
    def is_open(self):
        return self.status == Status.OPEN

    @property
    def is_on_the_way(self):
        return self.status == Status.ON_THE_WAY

    @property
    def aboard(self):
        """Of the fetched rows those that are on it now."""
        return [row for row in self.rows.all() if row.is_aboard]

    @property
    def weight_kg(self):
        return sum((row.position.weight_kg for row in self.rows.all()), Decimal(0))


class TransportListStep(StepRecord):
    subject = models.ForeignKey(TransportList, models.CASCADE, related_name="steps")

    def __str__(self):
        return Step(self.step).label


class TransportRow(models.Model):
    """One position on one drive, and where it was unloaded; nowhere: it went back."""

    transport_list = models.ForeignKey(TransportList, models.CASCADE, related_name="rows")
    position = models.ForeignKey("orders.Position", models.CASCADE, related_name="+")
    loaded_at = models.DateTimeField()
    unloaded_at = models.DateTimeField(null=True)
    unloaded_in = models.ForeignKey("company.Office", models.PROTECT, related_name="+", null=True)

    objects = TransportRowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position"],
                condition=Q(unloaded_at=None),
                name="transport_one_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["position", "-id"], name="transport_last_of_position")]

    def __str__(self):
        return f"{self.transport_list_id}: {self.position_id}"

    @property
    def is_aboard(self):
        return self.unloaded_at is None

    @property
    def has_arrived(self):
        return not self.is_aboard and self.unloaded_in_id == self.position.order.office_id

    @property
    def is_elsewhere(self):
        return not self.is_aboard and self.unloaded_in_id and not self.has_arrived

    @property
    def tells_where(self):
        """The piece is where this row says: on the way, or laid down and not fetched since."""
        if self.is_aboard:
            return True
        piece = self.position
        return (
            piece.waits_for_transport and self.is_elsewhere and self.unloaded_at >= piece.checked_at
        )

    @property
    def may_arrive(self):
        return self.is_aboard and self.position.order.is_promised
