"""What comes of an interest: a deal, a part of one, nothing, later, or a colleague's."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from company.models import Deadline
from core import clock
from core.errors import Refused
from sales.interests import actions
from sales.interests.lifecycle import InterestStatus
from sales.models import Deal, Interest
from tests import given

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def interest(olga):
    glass = given.product_group("Витражи")
    return given.interest(
        by=olga, wish="Витраж в дверь", expected_sum=Decimal(90000), product_groups=[glass]
    )


def test_what_is_known_goes_along_into_the_deal(interest, olga):
    process = given.process()

    deal = actions.turn_into_deal(interest, by=olga, process=process, title="Витраж в дверь")

    interest.refresh_from_db()
    assert (interest.status, interest.deal) == (InterestStatus.IN_DEAL, deal)
    assert (deal.client, deal.wish, deal.expected_sum) == (
        interest.client,
        "Витраж в дверь",
        Decimal(90000),
    )
    assert list(deal.product_groups.all()) == list(interest.product_groups.all())
    assert interest.answered_at is not None  # nobody had answered before
    assert not Deadline.objects.of(interest).running().exists()


def test_of_one_interest_one_deal_is_made(interest, olga):
    process = given.process()
    actions.turn_into_deal(interest, by=olga, process=process, title="Витраж")

    with pytest.raises(Refused):
        actions.turn_into_deal(interest, by=olga, process=process, title="Витраж")

    assert Deal.objects.count() == 1


def test_an_open_deal_of_the_same_client_takes_it(interest, olga):
    deal = given.deal(interest.client, by=olga)
    foreign = given.deal(by=olga)

    with pytest.raises(Refused):
        actions.join_to_deal(interest, by=olga, deal=foreign)
    actions.join_to_deal(interest, by=olga, deal=deal)

    assert list(deal.interests.all()) == [interest]


def test_what_the_firm_could_not_offer_is_kept_as_unmet_demand(interest, olga):
    other = given.interest(by=olga)

    actions.refuse(interest, by=olga, loss_reason=given.loss_reason("Не делаем", is_unmet=True))
    actions.refuse(other, by=olga, loss_reason=given.loss_reason())

    assert list(Interest.objects.unmet()) == [interest]
    assert Interest.objects.unmet().get().wish == "Витраж в дверь"


def test_postponed_it_comes_back_on_its_day_and_rings_once(interest, olga, bells):
    day = clock.today() + 3 * DAY
    actions.postpone(interest, by=olga, until=day, note="После отпуска")

    assert actions.return_due() == 0
    with clock.at(clock.now() + 4 * DAY):
        assert (actions.return_due(), actions.return_due()) == (1, 0)

    interest.refresh_from_db()
    assert interest.status == InterestStatus.ANSWERED
    assert bells(olga) == [
        f"Наступил день, о котором договорились: {interest.client.name}. Витраж в дверь"
    ]


def test_it_is_not_postponed_to_a_day_that_is_over(interest, olga):
    with pytest.raises(Refused):
        actions.postpone(interest, by=olga, until=clock.today())


def test_nothing_came_of_it_and_then_something_does(interest, olga):
    actions.refuse(interest, by=olga, loss_reason=given.loss_reason())

    actions.take_up(interest, by=olga)

    interest.refresh_from_db()
    assert interest.status == InterestStatus.ANSWERED
    assert (interest.loss_reason, interest.decided_at, interest.decision_minutes) == (None,) * 3


def test_a_colleague_takes_it_over_by_accepting(interest, olga, vera, bells):
    actions.hand_over(interest, by=olga, to=vera, note="Твой район")
    interest.refresh_from_db()
    assert interest.responsible == olga

    actions.accept(interest, by=vera)

    interest.refresh_from_db()
    assert interest.responsible == vera
    assert "Твой район" in bells(vera)[0]


def test_whom_it_is_offered_to_opens_it_from_another_office(login, interest, olga):
    sokol = given.employee("manager", office=given.office("Офис на Соколе"))
    browser = login(sokol)
    assert browser.get(interest.get_absolute_url()).status_code == 404

    actions.hand_over(interest, by=olga, to=sokol)
    page = browser.get(interest.get_absolute_url())
    browser.post(reverse("sales:accept_interest", args=[interest.pk]))

    assert page.status_code == 200
    interest.refresh_from_db()
    assert (interest.responsible, interest.office) == (sokol, sokol.office)


def test_the_advertising_department_only_looks(interest):
    marketing = given.employee("marketing")

    with pytest.raises(PermissionDenied):
        actions.refuse(interest, by=marketing, loss_reason=given.loss_reason())


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("turn_into_deal", {"title": "Витраж", "process": "process"}),
        ("refuse_interest", {"loss_reason": "reason"}),
        ("postpone_interest", {"until": "day"}),
    ],
)
def test_each_step_has_its_page(login, interest, olga, verb, body):
    values = {
        "process": given.process().pk,
        "reason": given.loss_reason().pk,
        "day": (clock.today() + DAY).isoformat(),
    }
    address, browser = reverse(f"sales:{verb}", args=[interest.pk]), login(olga)

    asked = browser.get(address)
    browser.post(address, {name: values.get(value, value) for name, value in body.items()})

    assert asked.status_code == 200
    interest.refresh_from_db()
    assert interest.status != InterestStatus.NEW


def test_more_becomes_known(login, interest, olga):
    body = {"wish": "Витраж и зеркало", "expected_sum": "120000", "agreed": "Замер в среду"}

    login(olga).post(reverse("sales:edit_interest", args=[interest.pk]), body)

    interest.refresh_from_db()
    assert (interest.wish, interest.expected_sum) == ("Витраж и зеркало", Decimal(120000))
    assert not interest.product_groups.exists()


def test_the_director_opens_everybodys(login, interest, director):
    assert login(director).get(interest.get_absolute_url()).status_code == 200
