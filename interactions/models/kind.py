from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry, DictionaryQuerySet
from interactions.channels import Channel, Direction
from interactions.lifecycle import Result

ICONS = {Result.REACHED: "circle-check", Result.NOT_REACHED: "phone-off", Result.AGAIN: "clock"}


class KindQuerySet(DictionaryQuerySet):
    def usual(self, channel, direction):
        """What the firm calls this, though the kind may be switched off: of one channel, the kind
        of this direction, those in use before the others."""
        fits = Case(When(direction=direction, then=Value(0)), default=Value(1))
        return self.filter(channel=channel).order_by(fits, "-is_active", "ordering", "pk")[0]


class InteractionKind(DictionaryEntry):
    """A kind of interaction in the firm's words; its channel says what the program makes of it."""

    channel = models.CharField(_("Channel"), max_length=10, choices=Channel)
    direction = models.CharField(
        pgettext_lazy("interaction", "Whose initiative"),
        max_length=3,
        choices=Direction,
        default=Direction.OUT,
    )
    has_place = models.BooleanField(_("Has a place or a link"), default=False)
    demands_next = models.BooleanField(_("Demands a next step"), default=False)

    objects = KindQuerySet.as_manager()

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Kind of interaction")


class InteractionPurpose(DictionaryEntry):
    """What interactions are usually for; a purpose of one's own is typed all the same."""

    # Nobody is addressed for it who has not agreed (38-FZ art. 18).
    is_advertising = models.BooleanField(_("Advertising"), default=False, db_default=False)

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Purpose of interactions")


class InteractionResult(DictionaryEntry):
    """What comes of one kind, in the firm's words; `meaning` is what the program makes of it."""

    class NextStep(models.TextChoices):
        AS_KIND = "", pgettext_lazy("next step", "As its kind says")
        DEMANDED = "yes", pgettext_lazy("next step", "Demanded")
        FREE = "no", pgettext_lazy("next step", "Not demanded")

    class Meaning(models.TextChoices):
        """The values are those of lifecycle.Result, in words that fit a meeting as well."""

        SETTLES = Result.REACHED.value, pgettext_lazy("meaning of a result", "Settles it")
        TRY_AGAIN = (
            Result.NOT_REACHED.value,
            pgettext_lazy("meaning of a result", "To be tried again"),
        )
        LATER = Result.AGAIN.value, pgettext_lazy("meaning of a result", "Put off to another time")

    kind = models.ForeignKey(
        InteractionKind, models.PROTECT, related_name="results", verbose_name=_("Kind")
    )
    name = models.CharField(pgettext_lazy("entry", "Name"), max_length=120)
    meaning = models.CharField(
        pgettext_lazy("result", "Meaning"), max_length=12, choices=Meaning, default=Meaning.SETTLES
    )
    next_step = models.CharField(
        pgettext_lazy("interaction", "Next step"),
        max_length=3,
        choices=NextStep,
        blank=True,
        default=NextStep.AS_KIND,
    )

    class Meta:
        ordering = ["kind__ordering", "ordering", "name"]
        verbose_name = _("Result of an interaction")
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="interaction_result_once")
        ]

    @property
    def icon(self):
        return ICONS[self.meaning]

    @property
    def demands_next(self):
        """Only what is settled is followed by something else."""
        if self.meaning != Result.REACHED or self.next_step == self.NextStep.FREE:
            return False
        return self.next_step == self.NextStep.DEMANDED or self.kind.demands_next
