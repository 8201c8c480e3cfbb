"""When a server goes away: orders are taken all the same, and the next request works."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.urls import reverse

from core.models import Job
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.lifecycle import Status
from tests import given
from tests.orders.bank_file import document, statement


@pytest.mark.django_db(transaction=True)
def test_an_order_is_taken_made_and_handed_over_without_redis(without_redis):
    order = given.handed_over_order()

    assert WorkOrder.objects.get(pk=order.pk).status == Status.ARCHIVED


@pytest.mark.django_db(transaction=True)
def test_long_work_given_without_redis_waits_for_it(without_redis, caplog):
    file = SimpleUploadedFile("kl_to_1c.txt", statement(document()))

    actions.upload_statement(file, by=given.employee("accountant"))

    assert "the queue cannot be reached" in caplog.text
    assert Job.objects.get().state == Job.State.WAITING


@pytest.mark.django_db(transaction=True)
def test_the_health_page_says_that_redis_is_away_and_the_site_serves(without_redis, client):
    answer = client.get(reverse("healthz"))

    assert answer.status_code == 200
    assert answer.json()["redis"] == "unreachable"


@pytest.mark.django_db(transaction=True)
def test_after_a_restart_of_the_database_the_next_request_works(login):
    browser = login(given.employee("manager"))

    with ThreadPoolExecutor(1) as web_worker:
        before = web_worker.submit(ask, browser, reverse("orders:index")).result()
        restart()
        after = web_worker.submit(ask, browser, reverse("orders:index")).result()
        web_worker.submit(connections.close_all).result()

    assert (before, after) == (200, 200)


def ask(browser, address) -> int:
    """One request as gunicorn hands it over, with the worker's connection kept open after it."""
    statuses = []
    environ = browser._base_environ(PATH_INFO=address)
    application = get_wsgi_application()
    answer = application(environ, lambda status, headers: statuses.append(status))
    answer.close()
    return int(statuses[0].split()[0])


def restart():
    """What a restart does to those connected: their connections are dead without their knowing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
