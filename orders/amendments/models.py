from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.spec import LineSpec
from core.lifecycle import StepRecord
from orders.amendments.lifecycle import (
    AMENDMENT_LIFE,
    OPEN,
    ROUTES,
    AmendmentStatus,
    AmendmentStep,
)
from orders.amendments.querysets import AmendmentQuerySet, PositionChangeQuerySet
from orders.work_orders.models import Position, WorkOrder

Employee = settings.AUTH_USER_MODEL
OPEN_STATES = [state.value for state in AmendmentStatus if state in OPEN]


class Decision(models.TextChoices):
    """What the foreman does with a piece that is begun."""

    ANEW = "anew", _("Begin anew: what is made is of no use")
    GO_ON = "go_on", _("Go on: what is made fits")
    STOP = "stop", _("Stop: it is taken out of the order")


class Amendment(models.Model):
    """«Изменение № 1» of an accepted order: drafted, consented to, confirmed, in force."""

    class Confirmed(models.TextChoices):
        SIGNED = "signed", pgettext_lazy("client confirmed", "Signed on paper")
        PHONE = "phone", pgettext_lazy("client confirmed", "By phone")
        EMAIL = "email", pgettext_lazy("client confirmed", "By e-mail")

    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="amendments")
    number = models.PositiveSmallIntegerField(_("Number"))
    status = models.CharField(
        _("State"), max_length=12, choices=AmendmentStatus, default=AmendmentStatus.DRAFTED
    )
    reason = models.CharField(_("Who wants it, and why"), max_length=500)
    content = models.JSONField()  # Amended.to_json()
    changes = models.JSONField(default=list)  # [Change.to_json()], as the client is told
    terms = models.JSONField(default=list)  # [[field of the order, before, after]]
    old_total = models.DecimalField(max_digits=12, decimal_places=2)
    new_total = models.DecimalField(max_digits=12, decimal_places=2)
    old_promised_on = models.DateField()
    new_promised_on = models.DateField()
    new_promised_reason = models.CharField(max_length=250, blank=True)
    # The order's version that this was made from: changed since, it is to be looked at again.
    order_version = models.PositiveIntegerField()
    drafted_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    # The questions to those who decide about discount, date and prices by hand, as it is drafted.
    asked = models.JSONField(default=list, editable=False)  # [ids of approvals]
    decisions = models.JSONField(default=dict)  # {id of a begun position: Decision}
    consented_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)
    confirmed_how = models.CharField(max_length=10, choices=Confirmed, blank=True)
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)
    applied_at = models.DateTimeField(null=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        verbose_name = _("Amendment")
        permissions = [("consent_amendment", _("Consent to a change of what is begun"))]
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=Q(status__in=OPEN_STATES), name="amendment_one_open"
            ),
            models.UniqueConstraint(
                fields=["order", "number"],
                condition=Q(status=AmendmentStatus.APPLIED),
                name="amendment_number_once",
            ),
            models.CheckConstraint(
                condition=~Q(status=AmendmentStatus.APPLIED)
                | (~Q(confirmed_how="") & Q(confirmed_on__isnull=False)),
                name="amendment_applied_is_confirmed",
            ),
        ]
        indexes = [models.Index(fields=["drafted_at", "id"], name="amendment_drafted")]

    def __str__(self):
        return _("Amendment %(number)s of the order %(order)s") % {
            "number": self.number,
            "order": self.order.number,
        }

    def get_absolute_url(self):
        return reverse("orders:amendment", args=[self.pk])

    @property
    def office_id(self):
        """Of the order: who may decide about it is a question of the office."""
        return self.order.office_id

    @property
    def state(self):
        return AmendmentStatus(self.status)

    @property
    def is_open(self):
        return self.status in OPEN

    @property
    def is_drafted(self):
        return self.status == AmendmentStatus.DRAFTED

    @property
    def is_at(self):
        """For templates: «amendment.is_at.at_client»."""
        return {self.status: True}

    @property
    def price_difference(self) -> Decimal:
        return self.new_total - self.old_total

    @property
    def days_later(self) -> int:
        return (self.new_promised_on - self.old_promised_on).days

    def why_not(self, step) -> str | None:
        return AMENDMENT_LIFE.why_not(self, step)

    def removes(self, position) -> bool:
        return any(row["position"] == position.pk and row["after"] is None for row in self.changes)

    def highest_ordinal(self) -> int:
        """The numbers of positions that are gone are not given again: papers still name them."""
        gone = [row["ordinal"] or 0 for row in self._rows_in_force()]
        last = self.order.positions.aggregate(last=models.Max("ordinal"))["last"] or 0
        return max([last, *gone])

    def _rows_in_force(self):
        lists = self.order.amendments.in_force().values_list("changes", flat=True)
        return [row for rows in lists for row in rows]

    def unconsented(self) -> list[Position]:
        """Begun positions that it touches, and about which the foreman has not decided."""
        touched = [row["position"] for row in self.changes if touches(row)]
        undecided = [pk for pk in touched if str(pk) not in self.decisions]
        return list(self.order.positions.being_made().filter(pk__in=undecided))


def touches(row) -> bool:
    """What is made of the position becomes something else, or nothing."""
    return row["position"] is not None and row["before"] != row["after"]


class AmendmentStepRecord(StepRecord):
    subject = models.ForeignKey(Amendment, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def title(self):
        """A step that is a button says what became of it."""
        step = AmendmentStep(self.step)
        pressed = step in {AmendmentStep.ASK, AmendmentStep.DROP}
        return AmendmentStatus(ROUTES[step].target).label if pressed else step.label


class PositionChange(models.Model):
    """What the workshop has to know about a piece; it goes on once somebody has confirmed it."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="changes")
    amendment = models.ForeignKey(Amendment, models.CASCADE, related_name="position_changes")
    before = models.JSONField()  # LineSpec.to_json()
    after = models.JSONField()
    decision = models.CharField(max_length=6, choices=Decision, blank=True)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)

    objects = PositionChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.position_id}: {self.amendment_id}"

    @property
    def specs(self) -> tuple[LineSpec, LineSpec]:
        return LineSpec.from_json(self.before), LineSpec.from_json(self.after)
