"""Long work in the worker, and the periodic jobs of the mechanisms."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pghistory
from celery import shared_task
from django.core.files.base import File
from django.core.management import call_command
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from core import clock, drafts, outbox, previews, registry
from core.errors import Refused
from core.models import Heartbeat, Job, OutgoingMessage
from core.queue import later

log = logging.getLogger(__name__)
LOST_AFTER = timedelta(minutes=3)
MAX_RUNS = 5
RESULTS_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class JobKind:
    """`run(job, progress)` does the work; it may return (file, name) as the result. `page` is the
    name of the URL where what came of it stands."""

    code: str
    run: Callable
    page: str = ""


class Stopped(Exception):
    pass


class TakenOver(Exception):
    """This worker was silent so long that another one has been given its job."""


class Progress:
    """`say` at least once in LOST_AFTER; it raises Stopped once somebody asked for it."""

    def __init__(self, job):
        self.mine = Job.objects.filter(pk=job.pk, runs=job.runs, state=Job.State.RUNNING)

    def say(self, done, total, checkpoint=None):
        """How far the work is; with a checkpoint, a run after this one begins there."""
        values = {"done": done, "total": total, "touched_at": clock.now()}
        if checkpoint is not None:
            values["checkpoint"] = checkpoint
        if not self.mine.update(**values):
            raise TakenOver
        if self.mine.filter(stop_requested=True).exists():
            raise Stopped


def start(kind: JobKind, title, *, by, **arguments) -> Job:
    now = clock.now()
    job = Job.objects.create(
        kind=kind.code, title=title, arguments=arguments, by=by, created_at=now, touched_at=now
    )
    transaction.on_commit(partial(later, "core.jobs.run_job", job.pk), robust=True)
    return job


def add_kind(kind: JobKind):
    registry.job_kinds[kind.code] = kind


def stop(job, *, by):
    if job.by_id != by.pk:
        raise Refused(_("Only the person who started the work can stop it."))
    Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(
        state=Job.State.STOPPED, finished_at=clock.now()
    )
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(stop_requested=True)


@shared_task
def run_job(pk):
    """Claim and run one job; a job whose worker was killed is resumed from its checkpoint."""
    claimable = Job.objects.filter(pk=pk, state=Job.State.WAITING)
    if not claimable.update(state=Job.State.RUNNING, runs=F("runs") + 1, touched_at=clock.now()):
        return
    job = Job.objects.select_related("by__role", "by__office").get(pk=pk)
    try:
        with pghistory.context(user=job.by_id, job=job.pk):
            result = registry.job_kinds[job.kind].run(job, Progress(job))
    except TakenOver:
        return
    except Stopped:
        job.state = Job.State.STOPPED
    except Refused as refusal:
        job.state, job.error = Job.State.FAILED, str(refusal.message)
    except Exception:  # the person must see that it failed; the trace is for the log
        log.error("job %s failed\n%s", pk, traceback.format_exc())
        job.state, job.error = Job.State.FAILED, _("The work broke off. Try once more.")
    else:
        job.state = Job.State.DONE
        if result:
            _keep_result(job, *result)
    _finish(job)


def _keep_result(job, file, name):
    file.seek(0)
    job.result.save(f"{job.pk}-{name}", File(file), save=False)
    job.result_name = name


def _finish(job):
    values = {
        "state": job.state,
        "error": job.error,
        "finished_at": clock.now(),
        "result": job.result.name or "",
        "result_name": job.result_name,
    }
    mine = Job.objects.filter(pk=job.pk, runs=job.runs, state=Job.State.RUNNING)
    if mine.update(**values) and job.state != Job.State.STOPPED:
        registry.announce("job_finished", job, by=job.by)


@shared_task
def send_letter(pk):
    outbox.send(pk)


@shared_task
def make_preview(pk):
    previews.make(pk)


@shared_task
def make_waiting_previews():
    previews.make_all_due()


@shared_task
def send_waiting_letters():
    outbox.tell_of_unknown()
    if not outbox.can_send():
        return
    due = OutgoingMessage.objects.due(clock.now()).order_by("pk").values_list("pk", flat=True)
    for pk in due[:500]:
        outbox.send(pk)


@shared_task
def resume_lost_jobs():
    """Running ones whose worker fell silent, and waiting ones that never reached the queue."""
    silent = Job.objects.filter(touched_at__lt=clock.now() - LOST_AFTER)
    for job in silent.filter(state=Job.State.RUNNING, runs__gte=MAX_RUNS).select_related("by"):
        job.state = Job.State.FAILED
        job.error = _("The work broke off several times. Tell the administrator.")
        _finish(job)
    silent.filter(state=Job.State.RUNNING).update(state=Job.State.WAITING)
    for pk in silent.filter(state=Job.State.WAITING).values_list("pk", flat=True):
        run_job.delay(pk)


@shared_task
def forget_old_drafts():
    drafts.forget_old()
    call_command("clearsessions")


@shared_task
def forget_old_results():
    """A table of clients does not lie about for ever: finished work is forgotten with its file."""
    for job in Job.objects.filter(finished_at__lt=clock.now() - RESULTS_KEPT):
        job.result.delete(save=False)
        job.delete()


@shared_task
def beat_heart():
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": clock.now()})
