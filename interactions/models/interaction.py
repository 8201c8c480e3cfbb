from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import addresses, clock, registry
from core.badges import word_of
from core.lifecycle import StepRecord
from interactions.channels import WRITTEN, Channel, Direction
from interactions.lifecycle import Result, Status, Step
from interactions.querysets import InteractionQuerySet

USUAL_MINUTES = 30


class Interaction(models.Model):
    """Something held or planned with a client. With a reason and a subject it is an owed call."""

    Channel, Direction = Channel, Direction

    client = models.ForeignKey(
        "clients.Client", models.PROTECT, related_name="interactions", verbose_name=_("Client")
    )
    kind = models.ForeignKey(
        "interactions.InteractionKind",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Kind"),
        db_index=False,  # interaction_of_kind begins with it
    )
    channel = models.CharField(_("Channel"), max_length=10, choices=Channel, default=Channel.CALL)
    direction = models.CharField(_("Direction"), max_length=3, choices=Direction, default="out")
    purpose = models.CharField(_("Purpose"), max_length=250)
    usual_purpose = models.ForeignKey(  # what is typed is one of the dictionary
        "interactions.InteractionPurpose", models.PROTECT, related_name="+", null=True, blank=True
    )
    place = models.CharField(_("Place or link"), max_length=250, blank=True)
    status = models.CharField(_("State"), max_length=10, choices=Status, default=Status.PLANNED)
    planned_at = models.DateTimeField(_("Planned for"))
    minutes = models.PositiveSmallIntegerField(
        _("How long, minutes"), default=USUAL_MINUTES, db_default=USUAL_MINUTES
    )
    held_at = models.DateTimeField(_("Held at"), null=True, blank=True)
    # When it stands in the history: when it was held, or is to be.
    moment_at = models.GeneratedField(
        expression=Coalesce("held_at", "planned_at"),
        output_field=models.DateTimeField(pgettext_lazy("moment", "When")),
        db_persist=True,
    )
    result = models.CharField(_("Result"), max_length=12, choices=Result, blank=True)
    outcome = models.ForeignKey(
        "interactions.InteractionResult",
        models.PROTECT,
        related_name="+",
        verbose_name=_("Result"),
        null=True,
        blank=True,
    )
    note = models.TextField(_("What was said"), blank=True)
    attempts = models.PositiveSmallIntegerField(_("Attempts"), default=0)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="interactions",
        verbose_name=_("Responsible"),
    )
    office = models.ForeignKey("company.Office", models.PROTECT, related_name="+")
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    created_at = models.DateTimeField()
    reason = models.CharField(max_length=20, blank=True)  # a code of registry.owed_call_reasons
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    external_id = models.CharField(max_length=120, blank=True)
    follows = models.ForeignKey(  # planned as the next step of that one
        "self", models.PROTECT, related_name="followed_by", null=True, blank=True
    )
    series = models.ForeignKey(
        "interactions.InteractionSeries",
        models.PROTECT,
        related_name="interactions",
        null=True,
        blank=True,
        db_index=False,  # interaction_series_day begins with it
    )
    series_day = models.DateField(null=True, blank=True)  # of the rule, also if it was moved
    letter = models.OneToOneField(  # this is the copy of what has left
        "core.OutgoingMessage", models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = InteractionQuerySet.as_manager()

    class Meta:
        ordering = ["planned_at", "pk"]
        verbose_name = _("Interaction")
        permissions = [("hold_interaction", _("Record interactions"))]
        constraints = [
            models.UniqueConstraint(
                fields=["reason", "subject_type", "subject_id"],
                condition=~models.Q(reason=""),
                name="interaction_owed_once",
            ),
            models.UniqueConstraint(
                fields=["series", "series_day"],
                condition=models.Q(series__isnull=False),
                name="interaction_series_day",
            ),
            models.CheckConstraint(
                condition=models.Q(status="planned") | models.Q(held_at__isnull=False),
                name="interaction_held_has_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["office", "planned_at", "id"],
                condition=models.Q(status="planned"),
                name="interaction_planned_office",
            ),
            models.Index(
                fields=["responsible", "planned_at"],
                condition=models.Q(status="planned"),
                name="interaction_planned_own",
            ),
            models.Index(
                fields=["client", "planned_at", "id"],
                condition=models.Q(status="planned"),
                name="interaction_planned_client",
            ),
            models.Index(fields=["moment_at", "id"], name="interaction_moment"),
            models.Index(fields=["client", "-moment_at", "-id"], name="interaction_of_client"),
            models.Index(
                fields=["client", "moment_at", "id"],
                condition=models.Q(channel__in=WRITTEN),
                name="interaction_letters",
            ),
            models.Index(fields=["kind", "moment_at", "id"], name="interaction_of_kind"),
            models.Index(fields=["responsible", "moment_at", "id"], name="interaction_of_employee"),
            models.Index(
                fields=["moment_at", "id"],
                condition=models.Q(status__in=[Status.DROPPED, Status.CANCELLED]),
                name="interaction_unheld",
            ),
            models.Index(
                fields=["moment_at", "id"],
                condition=models.Q(letter__isnull=False),
                name="interaction_copies",
            ),
            models.Index(fields=["subject_type", "subject_id"], name="interaction_subject"),
        ]

    def __str__(self):
        return self.purpose

    def get_absolute_url(self):
        return addresses.of_row("interactions:card", self.pk)

    @property
    def owed_call_reason(self):
        return registry.owed_call_reasons.get(self.reason)

    @property
    def is_planned(self):
        return self.status == Status.PLANNED

    @property
    def is_overdue(self):
        """Of an earlier day."""
        return self.is_planned and self.planned_at < clock.midnight(clock.today())

    @property
    def shown_state(self):
        """A copy of a letter says what has become of the letter."""
        return self.letter.State(self.letter.state) if self.letter_id else Status(self.status)

    def hand_urls(self) -> dict[str, str]:
        verbs = ("accept", "decline", "recall")
        return {verb: reverse(f"interactions:{verb}", args=[self.pk]) for verb in verbs}

    @property
    def result_words(self):
        """In the firm's words where there are some."""
        return self.outcome.name if self.outcome else word_of(self, "result", self.result)

    def subject_for(self, user):
        """The row this is about, if `user` may see it (one query); None where there is none."""
        owner = registry.owners.get(self.subject_type)
        return owner.visible_to(user).filter(pk=self.subject_id).first() if owner else None

    @property
    def subject(self):
        """The row this is about, for those who ask in the firm's name; None where there is none."""
        owner = registry.owners.get(self.subject_type)
        return owner.model.objects.filter(pk=self.subject_id).first() if owner else None


class InteractionStep(StepRecord):
    """A try of a call with its outcome, or any other step of its life."""

    subject = models.ForeignKey(Interaction, models.CASCADE, related_name="steps")

    class Meta(StepRecord.Meta):
        abstract = False

    def __str__(self):
        return self.step

    def get_step_display(self):
        return Step(self.step).label
