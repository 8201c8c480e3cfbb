"""Who decides, whom we compete with, how risky it is; and what is learnt from it."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core.errors import Refused
from sales.deals import actions
from sales.deals.reports import AgainstCompetitors, LossesByReason
from sales.models import Competitor, Deal, LossReason
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee("manager")


@pytest.fixture
def rival():
    return Competitor.objects.create(name="Зеркальный двор")


@pytest.fixture
def expensive():
    return LossReason.objects.create(name="Очень дорого")


def test_a_participant_has_the_part_of_the_card_or_one_of_their_own(olga):
    deal = given.deal(by=olga)
    person = given.contact_person(deal.client, by=olga, part="user")

    assert actions.add_participant(deal, person, by=olga).part_here == person.get_part_display()
    named = actions.add_participant(deal, person, by=olga, part="decides")
    assert (named.part, deal.people.count()) == ("decides", 1)


def test_a_participant_is_of_the_deals_client(olga):
    deal, stranger = given.deal(by=olga), given.client("Пётр", "+7 916 000-11-22", by=olga)
    person = given.contact_person(stranger, by=olga)

    with pytest.raises(Refused):
        actions.add_participant(deal, person, by=olga)


def test_the_risk_is_scored_from_answers_and_from_what_is_known(olga, rival):
    firm = given.client("ООО Ромашка", "+7 916 000-11-33", by=olga, kind="organisation")
    deal = given.deal(firm, by=olga, expected_sum=Decimal(100))
    said = {"budget": "yes", "term": "yes", "task": "yes"}
    before = actions.score_risk(deal, by=olga, **said)

    actions.note_offer(deal, by=olga, competitor=rival, price=Decimal(90))
    person = given.contact_person(firm, by=olga)
    actions.add_participant(deal, person, by=olga, part="decides")
    after = actions.score_risk(deal, by=olga, **said)

    assert {code: points for code, _key, points in before.parts}["decides"] == 20
    assert {code: key for code, key, _points in after.parts}["rivals"] == "cheaper"
    assert after.score == before.score - 20 + 15
    assert list(deal.risk_scores.all()) == [after, before]


def test_prospects_of_a_client_are_dated_and_shown_on_the_card(login, olga):
    client = given.client(by=olga)
    actions.assess_client(
        client, by=olga, yearly_sum=Decimal(300_000), need="monthly", grows="yes", share="much"
    )

    page = login(olga).get(client.get_absolute_url()).content.decode()

    assert client.outlooks.get().score == 80
    assert "300 000,00" in page.replace("\xa0", " ")


def test_who_may_not_change_deals_scores_none():
    deal = given.deal()
    with pytest.raises(PermissionDenied):
        actions.score_risk(deal, by=given.employee("marketing"), budget="yes")


def test_wins_and_losses_are_counted_against_competitors_by_group_and_reason(
    login, olga, rival, expensive
):
    mirrors = given.product_group()
    won, lost, other = (
        given.deal(
            given.client(by=olga), by=olga, product_groups=(mirrors,), expected_sum=Decimal(100)
        )
        for _ in range(3)
    )
    for deal in (won, won, lost):
        actions.note_offer(deal, by=olga, competitor=rival)
    actions.win(won, by=olga)
    actions.lose(lost, by=olga, reason=expensive, lost_to=rival)
    actions.lose(other, by=olga, reason=expensive)

    (line,) = AgainstCompetitors(olga, {}).table
    assert (line["name"], line["group"], line["won"], line["lost"]) == (
        rival.name,
        mirrors.name,
        1,
        1,
    )
    assert (line["share"], line["reasons"]) == (50, "Очень дорого (1)")
    report = AgainstCompetitors(olga, {})
    urls = {cell["column"].code: cell["url"] for cell in report.body()[0] if cell["url"]}
    browser = login(olga)
    assert [row.pk for row in browser.get(urls["won"]).context["list"].page.rows] == [won.pk]
    assert [row.pk for row in browser.get(urls["lost"]).context["list"].page.rows] == [lost.pk]


def test_losses_by_reason_lead_to_the_deals_behind_them(login, olga, expensive):
    deal = given.deal(by=olga, expected_sum=Decimal(500))
    actions.lose(deal, by=olga, reason=expensive)

    report = LossesByReason(olga, {})

    (line,) = report.table
    assert (line["name"], line["deals"], line["total"]) == ("Очень дорого", 1, 500)
    page = login(olga).get(report.body()[0][1]["url"])
    assert list(page.context["list"].page.rows) == list(Deal.objects.lost())


def test_the_deals_page_shows_all_of_it(login, olga, rival):
    deal = given.deal(by=olga)
    actions.note_offer(deal, by=olga, competitor=rival, what="Без монтажа")
    actions.score_risk(deal, by=olga, budget="no", term="yes", task="yes")

    page = login(olga).get(reverse("sales:deal", args=[deal.pk])).content.decode()

    assert "Без монтажа" in page
    assert rival.name in page
