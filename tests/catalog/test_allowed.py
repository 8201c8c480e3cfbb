"""What may be given to a client, asked of the database once."""

from datetime import timedelta
from decimal import Decimal

import pytest

from catalog.allowed import allowed, deferral_allowed
from catalog.allowed_words import sentence
from catalog.costing import Deal
from catalog.models import DiscountRule
from catalog.tariffs import tariff_on
from clients.actions import remove_segment
from clients.models import ClientSummary
from core import clock
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db
DEAL = Deal(
    before=Decimal(1000), by_hand=Decimal(0), net=Decimal(1000), cost=Decimal(500), floor=None
)


def said(client, deal=DEAL):
    found = allowed(client, deal, tariff_on(clock.today()))
    return sentence(found) if found else None


def rich(client, amount=600_000):
    ClientSummary.objects.filter(pk=client.pk).update(ordered_sum=amount)


def test_without_a_policy_nothing_is_said_and_the_role_alone_limits():
    assert said(given.client()) is None


def test_the_sentence_names_the_row_and_the_clients_own_discount():
    given.discount_rule("Всем", 5)
    assert said(given.client()) == "До 5 %: «Всем»."

    known = given.client("Постоянная", "+7 916 000-00-01", discount_percent=2)
    assert said(known) == "До 3 %: «Всем» даёт 5 %, из них 2 % — собственная скидка клиента."


def test_a_value_is_a_figure_of_the_client():
    given.discount_rule("От полумиллиона", 12, figure="ordered_sum", figure_from=500_000)
    client = given.client()
    assert said(client) == "По политике скидок здесь ничего не положено."

    rich(client)
    assert said(client) == "До 12 %: «От полумиллиона»."


def test_a_live_segment_is_asked_as_it_is_now():
    client = given.client("ООО Студия", kind="organisation")
    chief = given.employee("director")
    organisations = given.condition("kind", "one_of", "organisation")
    studios = given.segment(organisations, is_shared=True, by=chief)
    given.discount_rule("Всем", 5)
    given.discount_rule("Организации", 9, segment=studios)

    assert "Организации" in said(client)
    assert "Всем" in said(given.client("Мария", "+7 916 000-00-02"))


def test_somebody_who_is_not_registered_gets_what_anybody_gets():
    given.discount_rule("Всем", 5)
    given.discount_rule("От полумиллиона", 12, figure="ordered_sum", figure_from=500_000)
    assert said(None) == "До 5 %: «Всем»."


def test_a_row_holds_from_its_day_and_not_when_it_is_switched_off():
    given.discount_rule("Всем", 5)
    tomorrow = clock.today() + timedelta(days=1)
    given.discount_rule("С завтрашнего дня", 8, valid_from=tomorrow)
    assert "Всем" in said(None)

    with clock.at(clock.now() + timedelta(days=1)):
        assert "С завтрашнего дня" in said(None)
    DiscountRule.objects.update(is_active=False)
    assert said(None) is None


def test_any_number_of_rows_is_one_query_and_none_for_who_is_not_registered(
    django_assert_num_queries,
):
    client, chief = given.client(), given.employee("director")
    for number in range(4):
        segment = given.segment(name=f"Сегмент {number}", is_shared=True, by=chief)
        given.discount_rule(f"Сегмент {number}", number, segment=segment)
        given.discount_rule(f"Сумма {number}", number, figure="paid_sum", figure_from=number)
    tariff = tariff_on(clock.today())
    allowed(client, DEAL, tariff)  # the conditions of the segments are read once a minute

    with django_assert_num_queries(1):
        allowed(client, DEAL, tariff)
    with django_assert_num_queries(0):
        allowed(None, DEAL, tariff)


def test_a_segment_that_a_row_names_is_not_removed():
    chief = given.employee("director")
    segment = given.segment(by=chief, is_shared=True)
    given.discount_rule("Свои", 9, segment=segment)

    with pytest.raises(Refused, match="Свои"):
        remove_segment(segment, by=chief)


def test_the_deferral_of_the_policy():
    given.discount_rule("Всем", 5)
    given.discount_rule("Оптовики", 5, figure="ordered_sum", figure_from=500_000, deferral_days=15)
    client = given.client()
    assert deferral_allowed(client).days == 0
    rich(client)
    assert deferral_allowed(client).days == 15
