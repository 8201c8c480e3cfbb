from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.lifecycle import StepRecord
from orders.sketches.lifecycle import CURRENT, SKETCH_LIFE, STANDING, SketchStatus, SketchStep
from orders.work_orders.models import WorkOrder

Employee = settings.AUTH_USER_MODEL
CURRENT_STATES = [state.value for state in SketchStatus if state in CURRENT]


class SketchSendingQuerySet(models.QuerySet):
    def standing(self):
        """Sent or approved, and nothing has changed since."""
        return self.filter(status__in=STANDING)

    def approved(self):
        return self.filter(status=SketchStatus.APPROVED)

    def current(self):
        return self.filter(status__in=CURRENT)

    def in_story(self):
        """The oldest first, with the people who are named."""
        return self.select_related("sent_by", "answered_by").order_by("pk")


class SketchSending(models.Model):
    """Sketches of an order sent to its client by one letter, or shown at the counter, and what the
    client answers."""

    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="sketch_sendings")
    status = models.CharField(
        _("State"), max_length=16, choices=SketchStatus, default=SketchStatus.SENT
    )
    files = models.ManyToManyField("core.Attachment", related_name="+")
    letter = models.OneToOneField(
        "core.OutgoingMessage", models.PROTECT, related_name="+", null=True
    )  # none where it was shown
    contents = models.JSONField()  # {place of the position: digest of what it was then}
    sent_at = models.DateTimeField(_("Sent"))
    sent_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)
    words = models.TextField(_("What the client says"), blank=True)
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=250, blank=True)
    # Pressed twice, the form of what was shown makes one.
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = SketchSendingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Sketch sent to the client")
        permissions = [
            *SKETCH_LIFE.permissions(),
            ("answer_sketchsending", _("Record the client's answer to a sketch")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(status__in=CURRENT_STATES),
                name="sketch_sending_one_current",
            ),
            models.CheckConstraint(
                condition=~Q(status=SketchStatus.CHANGE_WANTED) | ~Q(words=""),
                name="sketch_change_has_words",
            ),
        ]

    def __str__(self):
        return f"{self.order_id}: {self.status}"

    @property
    def state(self):
        return SketchStatus(self.status)

    @property
    def waits_for_answer(self):
        return self.status == SketchStatus.SENT

    @property
    def takes_answer(self):
        return self.status in CURRENT


class SketchStepRecord(StepRecord):
    subject = models.ForeignKey(SketchSending, models.CASCADE, related_name="steps")

    def __str__(self):
        return self.step

    @property
    def title(self):
        return SketchStep(self.step).label
