"""Days that contacts count from: a hand-over, a birthday, a date of the firm's own."""

from datetime import date

import pytest

from company.models import OwnField
from core import clock, registry
from interactions.models import ContactDue
from interactions.regulations import due
from interactions.regulations.planning import plan_due
from tests import given
from tests.interactions.regulations.days import DAY, WEDNESDAY, calls, later, moment, registered

pytestmark = pytest.mark.django_db


def test_three_days_after_the_hand_over(olga):
    order = given.handed_over_order(by=olga)
    given.regulation(rhythm="after", occasion="handed_over", days=3, script="Всё ли подошло?")

    with later(2):
        assert plan_due() == 0
    with later(3):
        assert plan_due() == 1
        call = calls().get()
        reason = registry.owed_call_reasons[due.REASON]
        assert reason.still_due(call)
        assert "Всё ли подошло?" in reason.script(call)
        assert "15.07.2026" in reason.script(call)
    assert call.client == order.client


def test_what_was_handed_over_long_before_is_not_made_up_for(olga):
    with clock.at(clock.now() - 30 * DAY):
        given.handed_over_order(by=olga)
    given.regulation(rhythm="after", occasion="handed_over", days=3)

    assert plan_due() == 0


def test_a_birthday_is_remembered_each_year_and_named(olga):
    firm = registered(400, "ООО «Ателье»", by=olga, kind="organisation")
    given.contact_person(firm, "Ирина Белова", by=olga, birthday=date(1980, 7, 17))
    given.regulation(rhythm="yearly", occasion="birthday", days=2, script="Поздравить")

    plan_due()
    plan_due()
    with later(365):
        plan_due()

    assert [each.due_on for each in ContactDue.objects.order_by("due_on")] == [
        WEDNESDAY,
        date(2027, 7, 15),
    ]
    script = registry.owed_call_reasons[due.REASON].script(calls().first())
    assert "Ирина Белова" in script


def test_a_birthday_of_29_february_is_kept_on_the_first_of_march(olga):
    firm = registered(10, "ООО «Ателье»", by=olga)
    given.contact_person(firm, by=olga, birthday=date(1984, 2, 29))
    given.regulation(rhythm="yearly", occasion="birthday", days=0, since_days_ago=0)

    with clock.at(moment(date(2027, 2, 28))):
        plan_due()
    with clock.at(moment(date(2027, 3, 1))):
        plan_due()

    assert ContactDue.objects.get().due_on == date(2027, 3, 1)


def test_a_date_that_the_firm_has_added_by_itself_is_remembered_too(olga):
    field = OwnField.objects.create(label="День свадьбы", kind="date")
    registered(10, by=olga, own={field.code: "2010-07-15"})
    given.regulation(rhythm="yearly", occasion=f"own.{field.code}", days=0)

    assert plan_due() == 1
