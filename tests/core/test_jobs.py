"""Long work in the worker: progress, stop, result; a killed worker's work goes on."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.urls import reverse

from core import clock, jobs
from core.errors import Refused
from core.lists import export
from core.models import Job
from crm.celery import app
from tests import given
from tests.core import counting
from tests.outside import environment, queue, until

pytestmark = pytest.mark.django_db
WORKER = ["-P", "solo", "-l", "error", "--without-gossip", "--without-mingle"]


@pytest.fixture
def start(tmp_path):
    def begin(by, total=3, pause=0):
        trace = str(tmp_path / "trace")
        return jobs.start(counting.KIND, "Счёт", by=by, trace=trace, total=total, pause=pause)

    return begin


@pytest.fixture
def numbers(tmp_path):
    return lambda: [int(line) for line in (tmp_path / "trace").read_text().split()]


@pytest.fixture
def real_queue(queued):
    """Work goes through Redis to whoever is there."""
    yield
    with app.connection_for_write() as connection:
        connection.default_channel.client.delete(app.conf.task_default_queue, "unacked")


@contextmanager
def worker():
    process = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "tests.core.counting", "worker", *WORKER],
        cwd=project.BASE_DIR,
        env=environment(),
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.django_db(transaction=True)
def test_work_of_a_killed_worker_goes_on_from_its_checkpoint(start, numbers, real_queue):
    olga = given.employee()
    with worker() as doomed:
        job = start(olga, total=12, pause=0.3)
        until(lambda: Job.objects.filter(pk=job.pk, done__gte=4).exists())
        os.kill(doomed.pid, signal.SIGKILL)
        doomed.wait()
    job.refresh_from_db()
    assert job.state == Job.State.RUNNING
    Job.objects.filter(pk=job.pk).update(
        touched_at=clock.now() - timedelta(minutes=5), arguments=job.arguments | {"pause": 0}
    )

    with worker():
        jobs.resume_lost_jobs()
        until(lambda: Job.objects.filter(pk=job.pk, state=Job.State.DONE).exists())

    job.refresh_from_db()
    assert (job.runs, job.done) == (2, 12)
    assert sorted(set(numbers())) == list(range(12))
    assert len(numbers()) <= 13, "only the number at which it was killed may be counted twice"


def test_work_runs_after_the_transaction_and_rings_when_done(
    start, numbers, django_capture_on_commit_callbacks
):
    olga = given.employee()

    with django_capture_on_commit_callbacks(execute=True):
        job = start(olga)

    job.refresh_from_db()
    assert (job.state, job.percent, numbers()) == (Job.State.DONE, 100, [0, 1, 2])
    assert olga.notifications.get().url == reverse("core:job", args=[job.pk])


def test_without_redis_the_page_answers_at_once_and_the_work_waits_for_the_sweep(
    start, without_redis, django_capture_on_commit_callbacks
):
    begun = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        job = start(given.employee())
    job.refresh_from_db()
    assert job.state == Job.State.WAITING
    assert time.monotonic() - begun < 2
    Job.objects.update(touched_at=clock.now() - timedelta(minutes=5))

    with queue(task_always_eager=True):
        jobs.resume_lost_jobs()

    job.refresh_from_db()
    assert job.state == Job.State.DONE


def test_a_waiting_work_is_stopped_at_once_and_never_runs(start, login):
    olga = given.employee()
    job = start(olga)

    login(olga).post(reverse("core:stop_job", args=[job.pk]))
    jobs.run_job(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done) == (Job.State.STOPPED, 0)


def test_a_running_work_stops_at_its_next_word(start):
    olga = given.employee()
    job = start(olga)
    Job.objects.filter(pk=job.pk).update(stop_requested=True)

    jobs.run_job(job.pk)

    job.refresh_from_db()
    assert (job.state, job.done) == (Job.State.STOPPED, 1)


def test_only_who_started_it_stops_it(start):
    with pytest.raises(Refused):
        jobs.stop(start(given.employee()), by=given.employee())


def test_a_silent_worker_that_wakes_up_does_not_spoil_the_work_of_the_next_one(start):
    job = start(given.employee())
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, runs=1)
    job.refresh_from_db()
    old = jobs.Progress(job)
    Job.objects.filter(pk=job.pk).update(runs=2)

    with pytest.raises(jobs.TakenOver):
        old.say(1, 3)


def test_work_that_kills_every_worker_is_given_up(start):
    olga = given.employee()
    job = start(olga)
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.RUNNING,
        runs=jobs.MAX_RUNS,
        touched_at=clock.now() - timedelta(minutes=5),
    )

    jobs.resume_lost_jobs()

    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert olga.notifications.count() == 1


def test_work_that_breaks_says_so_in_words(start, login):
    olga = given.employee()
    job = start(olga, total="много")

    jobs.run_job(job.pk)

    job.refresh_from_db()
    page = login(olga).get(reverse("core:job", args=[job.pk])).content.decode()
    assert job.state == Job.State.FAILED
    assert job.error in page
    assert "Traceback" not in page


def test_a_long_list_is_exported_in_the_worker_and_downloaded(
    login, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(export, "AT_ONCE", 2)
    admin = given.employee("admin")
    for _ in range(3):
        given.employee()
    page = login(admin)

    with django_capture_on_commit_callbacks(execute=True):
        answer = page.get(reverse("core:list_export", args=["employees", "csv"]))

    job = Job.objects.get()
    assert answer["Location"] == reverse("core:job", args=[job.pk])
    result = page.get(reverse("core:job_result", args=[job.pk]))
    text = b"".join(result.streaming_content).decode("utf-8-sig")
    assert admin.last_name in text
    assert len(text.splitlines()) == 5


def test_the_progress_asks_again_only_while_the_work_goes_on(start, login):
    olga = given.employee()
    job = start(olga)
    page, url = login(olga), reverse("core:job_progress", args=[job.pk])
    assert "every 2s" in page.get(url).content.decode()

    jobs.run_job(job.pk)

    assert "every 2s" not in page.get(url).content.decode()


def test_somebody_elses_work_does_not_exist(start, login):
    job, vera = start(given.employee()), login(given.employee())

    for name in ("job", "job_progress", "job_result"):
        assert vera.get(reverse(f"core:{name}", args=[job.pk])).status_code == 404
    assert vera.post(reverse("core:stop_job", args=[job.pk])).status_code == 404


def test_old_results_are_forgotten_with_their_files(start, time_machine, settings):
    time_machine.move_to("2026-01-10 12:00+03:00")
    job = start(given.employee())
    jobs.run_job(job.pk)

    time_machine.move_to("2026-03-10 12:00+03:00")
    jobs.forget_old_results()

    assert not Job.objects.exists()
