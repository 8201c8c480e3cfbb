from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import registry


class Job(models.Model):
    """Long work in the worker: its progress, its stop button and its result survive the page."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("job", "Waiting")
        RUNNING = "running", pgettext_lazy("job", "Running")
        DONE = "done", pgettext_lazy("job", "Done")
        STOPPED = "stopped", pgettext_lazy("job", "Stopped")
        FAILED = "failed", pgettext_lazy("job", "Failed")

    kind = models.CharField(max_length=60)
    title = models.CharField(_("Work"), max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    runs = models.PositiveSmallIntegerField(default=0)  # which worker's word counts: the last one's
    checkpoint = models.JSONField(default=dict)  # where a broken run resumes
    stop_requested = models.BooleanField(default=False)
    error = models.TextField(blank=True)
    result = models.FileField(upload_to="results/%Y/%m/", blank=True)
    result_name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField()  # a running job writes it; an old one was lost
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["touched_at"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="job_unfinished",
            ),
            models.Index(fields=["by", "-id"], name="job_by"),
        ]

    def __str__(self):
        return self.title

    @property
    def is_open(self):
        return self.state in {self.State.WAITING, self.State.RUNNING}

    @property
    def outcome_url(self):
        """Where what came of it stands; nothing where the result is a file, or nowhere."""
        kind = registry.job_kinds.get(self.kind)
        return reverse(kind.page) if kind and kind.page else ""

    @property
    def percent(self):
        return min(100, self.done * 100 // self.total) if self.total else 0


class Heartbeat(models.Model):
    """When the worker was last seen alive, as /healthz reports it."""

    name = models.CharField(max_length=20, primary_key=True)
    at = models.DateTimeField()

    def __str__(self):
        return self.name
