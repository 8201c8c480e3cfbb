import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clients.search import Words
from core import addresses, clock
from core.lifecycle import StepRecord
from sales.interests.lifecycle import (
    CONTROL,
    INTEREST_LIFE,
    UNDECIDED,
    InterestStatus,
    InterestVerb,
    Nearness,
)
from sales.interests.querysets import InterestQuerySet

Employee = settings.AUTH_USER_MODEL


@pghistory.track(exclude=["words"])
class Interest(models.Model):
    """A sign of demand. Of somebody who has bought before it is called a need."""

    class CameBy(models.TextChoices):
        CALL = "call", pgettext_lazy("how an interest came", "Call")
        VISIT = "visit", pgettext_lazy("how an interest came", "Visit")
        LETTER = "letter", pgettext_lazy("how an interest came", "Letter or message")
        HAND = "hand", pgettext_lazy("how an interest came", "Noted by hand")

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="interests", verbose_name=_("Client")
    )
    is_need = models.BooleanField(_("Has bought before"), default=False, editable=False)
    came_by = models.CharField(
        pgettext_lazy("interest", "How it came"), max_length=6, choices=CameBy, default=CameBy.CALL
    )
    interaction = models.ForeignKey(
        "interactions.Interaction", models.PROTECT, related_name="+", null=True, blank=True
    )
    ad_source = models.ForeignKey(
        "clients.AdSource",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Ad source"),
        null=True,
        blank=True,
    )
    wish = models.TextField(_("The wish in the client's words"))
    product_groups = models.ManyToManyField(
        "catalog.ProductGroup", related_name="+", verbose_name=_("What they want"), blank=True
    )
    expected_sum = models.DecimalField(
        _("Sum, if known"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    wanted_on = models.DateField(_("Wanted by"), null=True, blank=True)
    agreed = models.TextField(_("What was agreed"), blank=True)
    responsible = models.ForeignKey(
        Employee, models.PROTECT, related_name="interests", verbose_name=_("Responsible")
    )
    office = models.ForeignKey(
        "company.Office", models.PROTECT, related_name="+", verbose_name=_("Office")
    )
    status = models.CharField(
        _("State"), max_length=9, choices=InterestStatus, default=InterestStatus.NEW
    )
    received_at = models.DateTimeField(pgettext_lazy("interest", "Came"))
    created_by = models.ForeignKey(Employee, models.PROTECT, related_name="+")
    # Until when the first answer is due by the norm of its source; a copy of its deadline.
    answer_due_at = models.DateTimeField(_("Answer due"), null=True, blank=True)
    answered_at = models.DateTimeField(_("Answered at"), null=True, blank=True)
    decided_at = models.DateTimeField(pgettext_lazy("interest", "Decided at"), null=True)
    # Working time from the moment it came; what the norms are judged by.
    answer_minutes = models.PositiveIntegerField(null=True, editable=False)
    decision_minutes = models.PositiveIntegerField(null=True, editable=False)
    postponed_until = models.DateField(_("Postponed until"), null=True, blank=True)
    deal = models.ForeignKey(
        "sales.Deal", models.PROTECT, related_name="interests", null=True, blank=True
    )
    loss_reason = models.ForeignKey(
        "sales.LossReason",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Why nothing came of it"),
        null=True,
        blank=True,
    )

    words = models.GeneratedField(
        expression=Words(F("wish")), output_field=SearchVectorField(), db_persist=True
    )

    objects = InterestQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Interest")
        default_permissions = ("add", "view", "change")
        permissions = [
            *INTEREST_LIFE.permissions(),
            (CONTROL.partition(".")[2], _("Hear of interests that nobody has answered")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(expected_sum__isnull=True) | Q(expected_sum__gte=0),
                name="interest_sum_not_negative",
            ),
            models.CheckConstraint(
                condition=~Q(status=InterestStatus.IN_DEAL) | Q(deal__isnull=False),
                name="interest_in_deal_names_it",
            ),
            models.CheckConstraint(
                condition=~Q(status=InterestStatus.REFUSED) | Q(loss_reason__isnull=False),
                name="interest_refused_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status=InterestStatus.POSTPONED) | Q(postponed_until__isnull=False),
                name="interest_postponed_has_day",
            ),
        ]
        indexes = [
            models.Index(fields=["received_at", "id"], name="interest_received"),
            models.Index(
                fields=["responsible", "received_at", "id"],
                condition=Q(status__in=sorted(UNDECIDED)),
                name="interest_undecided",
            ),
            models.Index(fields=["client", "received_at", "id"], name="interest_of_client"),
            models.Index(
                fields=["postponed_until"],
                condition=Q(status=InterestStatus.POSTPONED),
                name="interest_postponed",
            ),
            models.Index(
                fields=["received_at", "id"],
                condition=Q(status=InterestStatus.NEW),
                name="interest_unanswered",
            ),
            models.Index(
                fields=["loss_reason", "received_at", "id"],
                condition=Q(status=InterestStatus.REFUSED),
                name="interest_refused",
            ),
            models.Index(fields=["responsible", "received_at", "id"], name="interest_of_employee"),
            GinIndex(fields=["words"], name="interest_words"),
        ]

    def __str__(self):
        return self.wish[:80]

    def get_absolute_url(self):
        return addresses.of_row("sales:interest", self.pk)

    @property
    def is_undecided(self):
        return self.status in UNDECIDED

    @property
    def is_unanswered(self):
        return self.status == InterestStatus.NEW

    @property
    def sort_label(self):
        return _("Need") if self.is_need else _("Interest")

    @property
    def nearness(self) -> Nearness | None:
        if self.answer_due_at is None:
            return None
        if self.is_unanswered:
            return Nearness.LATE if self.answer_due_at < clock.now() else None
        is_late = self.answered_at is not None and self.answered_at > self.answer_due_at
        return Nearness.ANSWERED_LATE if is_late else None

    def hand_urls(self) -> dict[str, str]:
        verbs = ("accept", "decline", "recall")
        return {verb: reverse(f"sales:{verb}_interest", args=[self.pk]) for verb in verbs}

    def offers(self, user):
        return INTEREST_LIFE.offers(self, user)


class InterestStep(StepRecord):
    subject = models.ForeignKey(Interest, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return InterestVerb(self.step).label
