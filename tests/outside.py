"""Processes beside the test: the same database, queue and files, so that they can be killed."""

import os
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from crm.celery import app


def database_url() -> str:
    """The given address, be it a port or a socket, with the name of the tests' own database."""
    name = settings.DATABASES["default"]["NAME"]
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def environment(**more) -> dict:
    return os.environ | {
        "DATABASE_URL": database_url(),
        "REDIS_KEY_PREFIX": settings.CELERY_BROKER_TRANSPORT_OPTIONS["global_keyprefix"],
        "SECURE": "False",
        "DEMO": "False",
        "EMAIL_URL": "",
        **more,
    }


@contextmanager
def queue(**conf):
    """Celery keeps the settings as it found them first: what differs is laid over them, and taken
    away again."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in conf.items():
            patch.setitem(app.conf.maps[0], name, value)
        yield


def until(holds, seconds=40):
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.1)
    raise AssertionError("It did not happen in time")
