"""What every test stands on: its own files and queue, a firm with roles, quick passwords."""

import gc
import os
from itertools import count

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.test import Client

from core import prepared
from crm.celery import app
from tests import given, mail_server
from tests.outside import queue

_folders = count(1)
NOWHERE = "redis://127.0.0.1:1/0"


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
    # Jobs handed to the worker run at once, unless a test is about the queue: `queued`.
    project.CELERY_TASK_ALWAYS_EAGER = project.CELERY_TASK_EAGER_PROPAGATES = True
    project.CELERY_BROKER_TRANSPORT_OPTIONS |= {"global_keyprefix": f"test-{database}-{worker}:"}
    assert app.conf.task_always_eager  # Celery reads the settings now, not in the middle of a test


def pytest_collection_finish():
    """What is imported by now stays: nobody need look through it for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(scope="session")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def own_files(settings, media):
    """A folder of its own for each test; it is made by whoever first writes into it."""
    settings.MEDIA_ROOT = media / str(next(_folders))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The firm is written once for all tests that take back what they do; a database that is kept
    from run to run may hold what earlier code has written."""
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)
        given.firm()


@pytest.fixture(autouse=True)
def firm(request, _django_db_marker):
    """Roles, requisites, an office, stages and the robot wherever a test has a database; who
    empties the tables takes them along."""
    databases = {"db", "transactional_db", "live_server", "django_db_reset_sequences"}
    if request.node.get_closest_marker("django_db") or databases & set(request.fixturenames):
        request.getfixturevalue("_django_db_helper")
        given.firm()


@pytest.fixture(autouse=True)
def every_question_is_prepared(monkeypatch):
    """A page would only be slower; here it is a fault."""

    def raised(fault):
        raise fault

    monkeypatch.setattr(prepared, "cannot_be", raised)


@pytest.fixture
def queued():
    """Jobs wait for a worker in Redis, as they do outside of tests."""
    with queue(task_always_eager=False):
        yield


@pytest.fixture
def without_redis(settings, queued, monkeypatch):
    """The queue's connections are made anew towards a port where nobody listens."""
    settings.REDIS_URL = NOWHERE
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    with queue(broker_url=NOWHERE):
        yield


@pytest.fixture
def post(settings):
    """A mail server that takes what is sent; `post.letters` are those that it has."""
    with mail_server.running() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_URL, settings.EMAIL_TIMEOUT = f"smtp://127.0.0.1:{server.port}", 5
        yield server


@pytest.fixture
def login():
    """`login(olga)` is a browser in which Olga has logged in."""

    def browser(employee) -> Client:
        client = Client()
        client.force_login(employee, backend="company.auth.EmployeeBackend")
        return client

    return browser


# The cast: Olga and Vera sit at the order desk.
@pytest.fixture
def olga():
    return given.employee(last_name="Ольшанская")


@pytest.fixture
def vera():
    return given.employee(last_name="Верина")


@pytest.fixture
def director():
    return given.employee("director")


@pytest.fixture
def foreman():
    return given.employee("foreman")


@pytest.fixture
def htmx():
    """Headers of a request by htmx: `client.get(url, headers=htmx)`."""
    return {"HX-Request": "true"}
