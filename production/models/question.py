from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.employee import NAMES
from orders.models import Position

Employee = settings.AUTH_USER_MODEL


class QuestionQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(position__in=Position.ever.visible_to(user))

    def open(self):
        return self.filter(answered_at__isnull=True)

    def in_short_rows(self):
        """As a block of «Today» shows them."""
        by = [f"asked_by__{name}" for name in NAMES]
        piece = ("position__ordinal", "position__order__year", "position__order__seq")
        shown = ("text", "asked_at", *piece, *by)
        return self.select_related("position__order", "asked_by").only(*shown)

    def told(self):
        return self.select_related("asked_by", "answered_by", "position")


class Question(models.Model):
    """What the workshop asked about a position; it is open until it is answered, and both stay."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="questions")
    # Copied from the order: whose answer is waited for is asked for on every «Today».
    manager = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    text = models.CharField(_("Question"), max_length=500)
    asked_at = models.DateTimeField(pgettext_lazy("moment", "When"))
    asked_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    answer = models.CharField(_("Answer"), max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Employee, models.PROTECT, related_name="+", null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = _("Question of the workshop")
        permissions = [
            ("ask_question", _("Ask about a position")),
            ("answer_question", _("Answer a question of the workshop")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="question_answered_by_somebody",
            )
        ]
        indexes = [
            models.Index(
                fields=["manager", "asked_at"],
                condition=Q(answered_at__isnull=True),
                name="question_open",
            )
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        """For those who answer; the workshop reads it on the position's page."""
        return f"{reverse('orders:card', args=[self.position.order_id])}#shop-notes"

    @property
    def is_open(self):
        return self.answered_at is None
