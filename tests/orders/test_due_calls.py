"""Before an invoice is to be paid its manager calls, once, and what the client says counts."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import get_default_timezone

from company.approvals import actions as approvals
from company.models import Approval
from core import clock
from core.errors import Refused
from interactions import actions as interactions
from interactions.lifecycle import Status
from interactions.models import Interaction
from interactions.worklist import following
from orders import actions
from orders.money.debts import calls
from orders.money.debts.calls import PAYMENT_DUE
from orders.money.debts.planning import plan_due_calls
from tests import given

pytestmark = pytest.mark.django_db
# Between them lie a Saturday, a Sunday and Russia Day, a Friday.
WEDNESDAY, MONDAY = date(2026, 6, 10), date(2026, 6, 15)


def moment(day, hour=10):
    return datetime(day.year, day.month, day.day, hour, tzinfo=get_default_timezone())


def invoice_due(day, *, by, of=None):
    with clock.at(moment(date(2026, 6, 1))):
        return given.invoice(given.order(by=by, of=of), by=by, due_on=day)


def plan_on(day, hour=10):
    with clock.at(moment(day, hour)):
        return plan_due_calls()


def planned():
    return Interaction.objects.filter(reason=PAYMENT_DUE)


class TestWhenItIsPlanned:
    def test_three_working_days_ahead_whatever_lies_between(self, olga):
        invoice_due(date(2026, 6, 16), by=olga)

        # From Wednesday: Thursday, Monday, Tuesday.
        assert plan_on(date(2026, 6, 9)) == 0
        assert plan_on(WEDNESDAY) == 1

    def test_a_day_off_of_the_firm_s_own_makes_it_earlier(self, olga):
        given.free_day(date(2026, 6, 11))
        invoice_due(date(2026, 6, 16), by=olga)

        assert plan_on(date(2026, 6, 9)) == 1

    def test_nobody_plans_on_a_day_off(self, olga):
        invoice_due(MONDAY, by=olga)

        assert plan_on(date(2026, 6, 13)) == 0

    def test_it_says_what_is_left_and_lies_with_the_invoice_s_manager(self, olga):
        invoice = invoice_due(MONDAY, by=olga)

        plan_on(WEDNESDAY)

        call = planned().get()
        assert (call.responsible, call.client, call.subject) == (olga, invoice.client, invoice)
        assert call.purpose.startswith(f"Счёт {invoice.number}")
        with clock.at(moment(WEDNESDAY)):
            assert invoice.number in calls.script(call)

    def test_twice_late_or_not_at_all_for_two_days_it_is_one_call(self, olga):
        first = invoice_due(MONDAY, by=olga)
        second = invoice_due(date(2026, 6, 9), by=olga)

        plan_on(date(2026, 6, 17))
        plan_on(date(2026, 6, 17))
        plan_on(date(2026, 6, 18))

        assert {call.subject for call in planned()} == {first, second}
        assert planned().count() == 2

    def test_a_call_in_vain_is_made_again_and_not_planned_anew(self, olga):
        invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)
        with clock.at(moment(WEDNESDAY, 11)):
            interactions.hold(planned().get(), by=olga, result="not_reached")

        plan_on(MONDAY)

        assert (planned().get().attempts, planned().get().is_planned) == (1, True)

    def test_what_somebody_left_behind_is_called_by_who_works(self, olga):
        marina = given.employee("manager")
        invoice_due(MONDAY, by=olga)
        olga.is_active = False
        olga.save()

        plan_on(WEDNESDAY)

        assert planned().get().responsible == marina


class TestWhoHasPaid:
    def test_is_not_called(self, olga):
        invoice = invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)

        actions.pay_invoice(invoice, by=olga, amount=invoice.amount, method="transfer")

        assert planned().get().status == Status.DROPPED
        assert plan_on(MONDAY) == 0

    def test_yesterday_and_unseen_is_passed_over_when_the_call_is_opened(self, olga):
        invoice = invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)
        type(invoice).objects.update(status="paid", paid=invoice.amount)

        with clock.at(moment(date(2026, 6, 11))):
            assert following(olga, PAYMENT_DUE) is None

        assert planned().get().status == Status.DROPPED

    def test_in_part_is_called_about_the_rest(self, olga):
        invoice = invoice_due(MONDAY, by=olga)
        actions.pay_invoice(invoice, by=olga, amount=invoice.amount - 100, method="transfer")

        plan_on(WEDNESDAY)

        assert "100,00" in planned().get().purpose


class TestAnswer:
    def answer(self, code, olga, *, on=WEDNESDAY, day=None, note=""):
        with clock.at(moment(on, 11)):
            interactions.hold(
                planned().get(), by=olga, result="reached", answer=code, answer_on=day, note=note
            )

    def test_will_pay_moves_the_day_on_which_money_is_expected(self, olga):
        invoice = invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)

        self.answer("will_pay", olga, day=date(2026, 6, 17), note="Директор в отпуске")

        invoice.refresh_from_db()
        assert (invoice.due_on, invoice.expected_on) == (MONDAY, date(2026, 6, 17))
        assert planned().get().note == "Заплатит: 17.06.2026. Директор в отпуске"

    def test_a_promise_that_is_broken_is_called_about_again_and_not_before(self, olga):
        invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)
        self.answer("will_pay", olga, day=date(2026, 6, 17))

        assert plan_on(date(2026, 6, 17)) == 0
        assert plan_on(date(2026, 6, 18)) == 1
        assert planned().get().is_planned

    def test_a_deferral_within_the_terms_is_granted_at_once(self, olga):
        invoice = invoice_due(
            MONDAY, by=olga, of=given.client(deferral_days=60, deferral_unit="days")
        )
        plan_on(WEDNESDAY)

        self.answer("deferral", olga, day=date(2026, 7, 1))

        invoice.refresh_from_db()
        assert (invoice.due_on, invoice.expected_on) == (date(2026, 7, 1), date(2026, 7, 1))
        assert plan_on(date(2026, 6, 29)) == 1

    def test_beyond_the_terms_the_director_is_asked(self, olga):
        chief, invoice = given.employee("director"), invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)

        self.answer("deferral", olga, day=date(2026, 7, 1), note="Ждут оплаты сами")

        approval = Approval.objects.get()
        invoice.refresh_from_db()
        assert (invoice.expected_on, approval.reason) == (MONDAY, "Ждут оплаты сами")
        assert "01.07.2026" in approval.sentence

        with clock.at(moment(WEDNESDAY, 12)):
            approvals.approve(approval, by=chief)

        invoice.refresh_from_db()
        assert invoice.expected_on == date(2026, 7, 1)

    def test_what_is_disputed_waits_with_the_client_s_words(self, olga):
        invoice = invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)

        self.answer("disputes", olga, note="Одно зеркало с царапиной")

        invoice.refresh_from_db()
        assert (invoice.is_disputed, invoice.dispute) == (True, "Одно зеркало с царапиной")
        assert plan_on(date(2026, 6, 17)) == 0

        actions.settle_dispute(invoice, by=olga, words="Зеркало заменили")

        assert plan_on(date(2026, 6, 17)) == 1

    @pytest.mark.parametrize("code", ["", "will_pay", "disputes"])
    def test_a_talk_without_an_answer_settles_nothing(self, olga, code):
        invoice_due(MONDAY, by=olga)
        plan_on(WEDNESDAY)

        with pytest.raises(Refused):
            self.answer(code, olga)

    def test_it_is_noted_on_the_call_s_page(self, olga, client):
        invoice = invoice_due(clock.today() + timedelta(days=1), by=olga)
        plan_due = calls.owe(invoice)
        client.force_login(olga)
        page = client.get(plan_due.get_absolute_url())
        assert "Просит отсрочку" in page.text

        day = clock.today() + timedelta(days=5)
        told = {"answer": "will_pay", "answer_on": day.isoformat(), "recorded_at": "worklist"}
        client.post(reverse("interactions:hold", args=[plan_due.pk]), told)

        invoice.refresh_from_db()
        assert invoice.expected_on == day


@pytest.mark.django_db(transaction=True)
def test_two_beats_at_the_same_moment_plan_each_call_once(olga):
    for _each in range(6):
        invoice_due(MONDAY, by=olga)
    start = Barrier(2)

    def run(_hand):
        try:
            start.wait()
            return plan_on(WEDNESDAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        made = sum(hands.map(run, range(2)))

    assert (made, planned().count()) == (6, 6)
