"""Processes beside the test: the same database, queue and files, so that they can be killed."""

import os
import time

from django.conf import settings


def environment(**more) -> dict:
    database = settings.DATABASES["default"]
    where = f"{database['HOST']}:{database['PORT']}/{database['NAME']}"
    return os.environ | {
        "DATABASE_URL": f"postgres://{database['USER']}:{database['PASSWORD']}@{where}",
        "REDIS_KEY_PREFIX": settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"],
        "SECURE": "False",
        "DEMO": "False",
        "EMAIL_URL": "",
        **more,
    }


def until(holds, seconds=40):
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.1)
    raise AssertionError("It did not happen in time")
