"""The bench itself: a small archive is loaded and every case is asked once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Count, F, Max, Q, Sum

from bench import crowd, load, table
from bench.browser import asked_on_load
from bench.cases import CASES, Stand
from bench.facts import facts
from bench.invented import client, phone
from bench.rounds import measure
from bench.stories import EVENTS
from clients.models import Client, ClientPhone
from company.models import Counter, Employee
from interactions.models import Interaction
from orders.models import Payment, PositionOperation, WorkOrder
from tests import given
from tests.outside import database_url

SIZE = 300


@pytest.fixture
def archive(transactional_db, settings):
    call_command("setup_firm", demo_people=True)
    load.fill(SIZE)


def test_the_archive_is_what_the_product_would_have_written(archive):
    orders = WorkOrder.objects.all()
    paid = Payment.objects.values("order").annotate(sum=Sum("amount"))

    assert (orders.count(), Client.objects.count()) == (SIZE, SIZE // 5 + len(EVENTS))
    assert 40 <= orders.open().count() <= SIZE // 5
    assert orders.ready().count() == Interaction.objects.owed().count()
    assert all(orders.filter(pk=each["order"], paid=each["sum"]).exists() for each in paid)
    assert orders.exclude(debt=F("total") - F("paid")).filter(seq__gt=0).count() == 0
    assert not orders.annotate(lines=Count("positions")).filter(lines=0).exists()
    assert not orders.filter(created_at__gt=F("accepted_at") + timedelta(seconds=1)).exists()
    waiting = PositionOperation.objects.queued().filter(~Q(position__order__status="accepted"))
    assert set(waiting.values_list("position__order__status", flat=True)) <= {"in_production"}


def test_clients_have_a_story_and_cards_that_were_changed(archive):
    told = Interaction.objects.filter(reason="").exclude(client__name__in=EVENTS)

    assert told.count() == SIZE
    assert told.written().count() == SIZE // 4
    assert not told.exclude(status="held").exists()
    assert Client.pgh_event_model.objects.filter(pgh_label="update").count() == SIZE // 5 * 4


def test_numbers_go_on_where_the_archive_ends(archive):
    numbered = WorkOrder.objects.filter(seq__gt=0)
    last = dict(numbered.values_list("year").annotate(Max("seq")))

    mirror = replace(given.mirror(), item="mirror-silver-4")
    taken = given.order(mirror, by=Employee.objects.get(username="manager"))

    assert taken.seq == last[taken.year] + 1
    assert Counter.objects.filter(series="work order").count() == len(last)


def test_triggers_and_indexes_are_there_again(transactional_db):
    before = secondary_indexes()
    call_command("setup_firm", demo_people=True)

    load.fill(SIZE)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D' AND NOT tgisinternal")
        assert cursor.fetchone()[0] == 0
    assert secondary_indexes() == before


def secondary_indexes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
        return [definition for (definition,) in cursor.fetchall()]


def test_every_case_has_its_line(archive, settings, live_server):
    stand = measured(settings, live_server)

    rows = table.lines(CASES, measure({"300": stand}, CASES, rounds=1, warm_up=0))
    taken = crowd.crowd(stand, database_url())

    assert [row.case.name for row in rows] == [case.name for case in CASES]
    assert all(row.kb <= table.MOST_KB for row in rows)
    assert len(table.text(rows).splitlines()) == len(CASES) + 2
    assert crowd.is_clean(taken)


def measured(settings, live_server):
    settings.ROOT_URLCONF = "bench.urls"
    settings.MIDDLEWARE = ["bench.floor.counting_middleware", *settings.MIDDLEWARE]
    pages = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**pages, "DIRS": [*pages["DIRS"], "bench/templates"]}]
    return Stand(live_server.thread.port, facts(database_url()))


def test_clients_are_the_same_every_time_and_each_has_a_number_of_their_own():
    numbers = [phone(number) for number in range(20_000)]

    assert client(17) == client(17)
    assert len(set(numbers)) == len(numbers)


def test_panels_that_a_page_fetches_at_once_belong_to_it():
    html = """
      <div hx-get="/orders/1/calls/?a=1&amp;b=2" hx-trigger="load"></div>
      <span hx-trigger="load, every 25s" hx-get="/company/notifications/bell/"></span>
      <details hx-get="/orders/1/changes/" hx-trigger="toggle once"></details>
    """

    assert asked_on_load(html) == ["/orders/1/calls/?a=1&b=2"]


def test_phones_are_kept_as_the_product_keeps_them(archive):
    assert not ClientPhone.objects.exclude(e164__regex=r"^\+79\d{9}$").exists()
