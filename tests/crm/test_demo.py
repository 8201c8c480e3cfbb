"""The demo company goes through the business verbs, day by day, and comes back after a break."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F
from django.test import override_settings

from clients.duplicates import searching
from clients.models import Client, ContactPerson, DuplicateGroup, Requisites
from clients.requisites import faults
from company.models import Approval
from core import clock, jobs
from core.models import Installation, Job
from crm.demo import load
from crm.demo.history import History
from crm.demo.plan import Plan
from orders.models import CashShift, ControlMark, DebtRule, Invoice, OrderStep, Payment, WorkOrder
from orders.work_orders.lifecycle import Status, Step
from production.models import Question, TransportList
from tests.outside import queue

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))
SHORT = {"days": 14, "recent_days": 10}
WEEK = timedelta(days=7)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, media):
    """Loaded once; each test takes back what it does to it."""
    here = override_settings(MEDIA_ROOT=media / "demo")
    with django_db_blocker.unblock(), transaction.atomic():
        with here, queue(task_always_eager=False), clock.at(NOON):
            load.load_recent(**SHORT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, queued):
    pass


def test_the_newest_days_are_there_at_once_and_marked_as_demo(demo):
    assert Installation.has_demo_data()
    assert WorkOrder.objects.filter(status=Status.ARCHIVED).exists()
    assert WorkOrder.objects.in_work().exists()
    assert (
        WorkOrder.objects.earliest("created_at").created_at.date()
        >= Plan(NOON, **SHORT).recent_from
    )


def test_some_invoices_are_overdue_and_debts_have_their_steps(demo):
    with clock.at(NOON):
        assert Invoice.objects.overdue().exists()
        assert Invoice.objects.disputed().exists()
    assert Invoice.objects.paid().exists()
    assert Invoice.objects.not_given().exists()
    assert Invoice.objects.open().filter(paid__gt=0).exists()
    assert DebtRule.objects.count() == 4
    assert not Invoice.objects.filter(created_at__gt=NOON).exists()


def test_the_same_day_plans_the_same_company():
    one, other = Plan(NOON, **SHORT), Plan(NOON, **SHORT)

    assert one.orders == other.orders
    assert one.events == other.events


def test_nothing_happens_in_the_future(demo):
    assert not WorkOrder.objects.filter(created_at__gt=NOON).exists()
    assert not Payment.objects.filter(at__gt=NOON).exists()


def test_the_rest_comes_in_the_worker_with_numbers_below_the_newest(demo):
    newest = set(WorkOrder.objects.values_list("pk", flat=True))

    jobs.run_job(load.unfinished_job().pk)

    numbers = sorted(WorkOrder.objects.filter(seq__gt=0).values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    older = WorkOrder.objects.exclude(pk__in=newest).filter(seq__gt=0)
    recent = WorkOrder.objects.filter(pk__in=newest, seq__gt=0)
    assert older.latest("seq").seq < recent.earliest("seq").seq
    # Who ordered in the older days was known by then.
    assert not Client.objects.filter(summary__first_order_at__lt=F("created_at")).exists()


def test_of_firms_it_is_known_who_decides_and_what_stands_on_papers(demo):
    assert ContactPerson.objects.filter(part=ContactPerson.Part.DECISION_MAKER).exists()
    for requisites in Requisites.objects.select_related("client"):
        assert faults(requisites) == []


def test_the_search_finds_cards_that_were_written_twice(demo):
    jobs.run_job(Job.objects.get(kind=searching.KIND.code).pk)

    assert DuplicateGroup.objects.open().count() >= 1


def test_a_broken_load_resumes_where_it_was(demo, monkeypatch):
    job = load.unfinished_job()
    lived = History._live

    def break_off(history, event):
        if WorkOrder.objects.count() > before + 5:
            raise KeyboardInterrupt
        lived(history, event)

    before = WorkOrder.objects.count()
    monkeypatch.setattr(History, "_live", break_off)
    with pytest.raises(KeyboardInterrupt):
        jobs.run_job(job.pk)
    monkeypatch.undo()
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING)

    jobs.run_job(job.pk)

    plan = Plan(NOON, **SHORT)
    job.refresh_from_db()
    assert job.state == Job.State.DONE
    lived = WorkOrder.objects.filter(remake_of=None, proposal=None)
    assert lived.count() == len(plan.orders)


def test_what_is_paid_agrees_with_the_payments(demo):
    for order in WorkOrder.objects.prefetch_related("payments"):
        assert order.paid == sum(payment.amount for payment in order.payments.all())


def test_the_desk_has_something_of_everything_today(demo):
    assert Approval.objects.waiting().exists()
    assert WorkOrder.objects.filter(status=Status.ON_HOLD).exists()
    assert WorkOrder.objects.exclude(remake_of=None).exists()
    assert Question.objects.open().exists()
    assert ControlMark.objects.exists()
    assert CashShift.objects.closed().with_difference().exists()
    assert Payment.objects.without_receipt().between(NOON.date() - WEEK, NOON.date()).exists()


def test_the_newest_days_tell_what_was_brought_to_the_offices(demo):
    driven = TransportList.objects.filter(seq__gt=0)

    assert driven.count() > 1
    assert all(brought.rows.exists() for brought in driven)


def test_the_desk_does_not_act_at_the_minute_of_the_load(demo):
    held = OrderStep.objects.filter(step=Step.HOLD).values_list("at", flat=True)

    assert len({moment.minute for moment in held} - {NOON.minute}) == len(held)


def test_one_command_takes_the_demo_away(demo, capsys):
    call_command("remove_demo", yes=True)

    assert not Installation.has_demo_data()
    assert not WorkOrder.objects.exists()
    assert not Client.objects.exists()
    assert "admin" in capsys.readouterr().out


def test_the_demo_never_meets_a_firms_own_data(demo):
    with pytest.raises(CommandError):
        call_command("load_demo")
