"""What every test stands on: its own files and queue, a firm with roles, quick passwords."""

import os

import pytest
from django.conf import settings as project
from django.test import Client

from tests import given


def pytest_configure(config):
    """Before anything reads them: settings that hold for the whole run."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    database = project.DATABASES["default"]["NAME"]
    project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    project.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    project.WHITENOISE_AUTOREFRESH = True  # static files need no collecting here
    project.SECURE_SSL_REDIRECT = False
    project.EMAIL_URL = ""
    # Jobs handed to the worker run at once; a test of the queue itself switches this off.
    project.CELERY_TASK_ALWAYS_EAGER = project.CELERY_TASK_EAGER_PROPAGATES = True
    project.CELERY_BROKER_TRANSPORT_OPTIONS |= {"global_keyprefix": f"test-{database}-{worker}:"}


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def firm(request, _django_db_marker):
    """Roles, requisites, an office, stages and the robot wherever a test has a database."""
    databases = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}
    if request.node.get_closest_marker("django_db") or databases & set(request.fixturenames):
        request.getfixturevalue("_django_db_helper")
        given.firm()


@pytest.fixture
def login():
    """`login(olga)` is a browser in which Olga has logged in."""

    def browser(employee) -> Client:
        client = Client()
        client.force_login(employee, backend="company.auth.EmployeeBackend")
        return client

    return browser


@pytest.fixture
def htmx():
    """Headers of a request by htmx: `client.get(url, headers=htmx)`."""
    return {"HX-Request": "true"}
