"""Until when a client pays."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from clients import actions, history
from clients.models import Client
from clients.payment_terms import credit_left, in_words, payment_due_on
from company.deadlines.terms import Unit
from company.models import CalendarException, Firm
from company.robot import robot
from tests import given

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 6, 5)  # Friday, June 12th, is Russia Day


def terms(days, unit=Unit.WORKING_DAYS, limit=None):
    return {"deferral_days": days, "deferral_unit": unit, "credit_limit": limit}


def test_without_a_deferral_an_invoice_is_paid_within_the_days_of_the_firm():
    assert payment_due_on(given.client(), FRIDAY) == date(2026, 6, 15)

    Firm.objects.update(invoice_valid_days=3)
    assert payment_due_on(given.client(), FRIDAY) == date(2026, 6, 10)


def test_working_days_pass_over_days_off_and_moved_days():
    client = given.client(**terms(10))
    assert payment_due_on(client, FRIDAY) == date(2026, 6, 22)

    CalendarException.objects.create(day=date(2026, 6, 13), is_working=True)
    assert payment_due_on(client, FRIDAY) == date(2026, 6, 19)


def test_calendar_days_that_end_on_a_day_off_end_on_the_next_working_day():
    client = given.client(**terms(7, Unit.DAYS))
    assert payment_due_on(client, FRIDAY) == date(2026, 6, 15)
    assert payment_due_on(client, date(2026, 6, 3)) == date(2026, 6, 10)


def test_who_gets_no_more_credit_pays_as_everybody():
    chief, client = given.employee("director"), given.client(**terms(30))

    actions.stop_credit(client, by=robot())
    assert payment_due_on(client, FRIDAY) == date(2026, 6, 15)

    actions.give_credit(client, by=chief)
    assert payment_due_on(client, FRIDAY) == date(2026, 7, 20)


def test_credit_goes_as_far_as_the_limit():
    client = given.client(**terms(10, limit=Decimal(100_000)))
    assert credit_left(client, Decimal(30_000)) == 70_000
    assert credit_left(client, Decimal(130_000)) == 0

    actions.stop_credit(client, by=robot())
    assert credit_left(client, Decimal(0)) == 0


def test_without_a_limit_a_deferral_is_open_and_without_a_deferral_there_is_no_credit():
    assert credit_left(given.client(**terms(10)), Decimal(30_000)) is None
    assert credit_left(given.client(**terms(0)), Decimal(0)) == 0


def test_terms_are_set_by_who_may_set_them_and_stand_in_the_history():
    chief, olga, client = given.employee("director"), given.employee(), given.client()

    with pytest.raises(PermissionDenied):
        actions.set_payment_terms(client, by=olga, **terms(10, limit=Decimal(1)))
    actions.set_payment_terms(client, by=chief, **terms(10, Unit.DAYS, Decimal(50_000)))

    (change, *_before) = history.changes_of(client, chief).changes
    told = {row.what: (row.before, row.after) for row in change.rows}
    assert told["Отсрочка оплаты, дней"] == ("0", "10")
    assert told["Лимит задолженности"] == ("", "50\u00a0000")


def test_of_two_merged_cards_the_deferral_comes_with_its_kind_of_days_and_a_stop_stays():
    chief = given.employee("director")
    survivor = given.client("Ромашка", phone="+7 916 000-00-01")
    gone = given.client("ООО Ромашка", phone="+7 916 000-00-02", **terms(14, Unit.DAYS))
    actions.stop_credit(gone, by=chief)

    actions.merge(survivor, gone, by=chief, choices={})

    kept = Client.objects.get(pk=survivor.pk)
    assert (kept.deferral_days, kept.deferral_unit) == (14, Unit.DAYS)
    assert kept.is_credit_stopped


@pytest.mark.parametrize(
    ("days", "unit", "said"),
    [
        (1, Unit.WORKING_DAYS, "1 рабочий день"),
        (3, Unit.DAYS, "3 календарных дня"),
        (10, Unit.WORKING_DAYS, "10 рабочих дней"),
    ],
)
def test_a_deferral_is_said_in_words(days, unit, said):
    assert in_words(days, unit) == said


def in_group(days=15, *, own=None, **terms):
    group = given.client_group(days=days, **terms)
    own = own or {}
    return given.client("ООО «Ромашка»", kind="organisation", group=group, **own)


def test_an_organisation_pays_as_its_group_unless_it_has_terms_of_its_own():
    inherits, has_own = in_group(5), in_group(5, name="Другой холдинг", own=terms(1))

    assert payment_due_on(inherits, FRIDAY) == date(2026, 6, 15)
    assert payment_due_on(has_own, FRIDAY) == date(2026, 6, 8)


def test_the_groups_limit_holds_where_the_organisation_has_none():
    limit = {"credit_limit": Decimal(50_000)}

    assert credit_left(in_group(**limit), Decimal(10_000)) == 40_000
    stricter = in_group(name="Другой холдинг", own={"credit_limit": Decimal(5_000)}, **limit)
    assert credit_left(stricter, Decimal(1_000)) == 4_000


def test_who_gets_no_more_credit_has_none_of_the_group_either():
    client = in_group(30)
    actions.stop_credit(client, by=robot())

    assert payment_due_on(client, FRIDAY) == payment_due_on(given.client(), FRIDAY)
    assert credit_left(client, Decimal(0)) == 0


def test_the_card_says_that_the_terms_are_the_groups(login):
    olga = given.employee()
    page = login(olga).get(in_group(15, own={"responsible": olga}).get_absolute_url()).text

    assert "15 рабочих дней" in page
    assert "по группе" in page
