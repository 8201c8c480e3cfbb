from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from company.models.dictionary import DictionaryEntry


class SaleProcess(DictionaryEntry):
    """How the firm sells one kind of thing; how it does so today is the newest version."""

    class Meta(DictionaryEntry.Meta):
        verbose_name = _("Process of sale")
        default_permissions = ("change",)

    @property
    def newest(self):
        """The version that a deal opened now goes by."""
        return self.versions.order_by("-number").first()


class ProcessVersion(models.Model):
    """Never changes once a deal goes by it: an edited process is a new version."""

    process = models.ForeignKey(SaleProcess, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("Version"))
    made_at = models.DateTimeField(pgettext_lazy("moment", "When"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("Who")
    )

    class Meta:
        ordering = ["process", F("number").desc()]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["process", "number"], name="process_version_once")
        ]

    def __str__(self):
        return f"{self.process_id}.{self.number}"


class ProcessStage(models.Model):
    """`key` says which stages of different versions are the same one."""

    version = models.ForeignKey(ProcessVersion, models.CASCADE, related_name="stages")
    key = models.SlugField(max_length=40)
    name = models.CharField(pgettext_lazy("stage of a deal", "Stage"), max_length=80)
    ordinal = models.PositiveSmallIntegerField()
    norm_days = models.PositiveSmallIntegerField(_("Norm, working days"), null=True, blank=True)
    probability = models.PositiveSmallIntegerField(_("Probability, %"))
    # Names of `sales.processes.fields`: what must be known before a deal leaves the stage.
    required_fields = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        ordering = ["version", "ordinal"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["version", "ordinal"],
                name="process_stage_place_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["version", "key"], name="process_stage_key_once"),
            models.CheckConstraint(
                condition=Q(probability__range=(0, 100)), name="process_stage_probability"
            ),
            models.CheckConstraint(
                condition=Q(norm_days__isnull=True) | Q(norm_days__gte=1), name="process_stage_norm"
            ),
        ]

    def __str__(self):
        return self.name


class StageTask(models.Model):
    """What is asked of the responsible when a deal enters the stage."""

    stage = models.ForeignKey(ProcessStage, models.CASCADE, related_name="tasks")
    template = models.ForeignKey("tasks.TaskTemplate", models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["ordinal", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["stage", "template"], name="stage_task_once")
        ]

    def __str__(self):
        return str(self.template)
