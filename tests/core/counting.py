"""A worker that knows one more kind of work: it counts slowly and writes down each number."""

import os
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")
django.setup()

from core import jobs  # noqa: E402
from crm.celery import app  # noqa: E402, F401


def count(job, progress):
    trace, total = Path(job.arguments["trace"]), job.arguments["total"]
    for number in range(job.checkpoint.get("next", 0), total):
        with trace.open("a") as file:
            file.write(f"{number}\n")
        progress.say(number + 1, total, {"next": number + 1})
        time.sleep(job.arguments["pause"])


KIND = jobs.JobKind("counting", count)
jobs.add_kind(KIND)
