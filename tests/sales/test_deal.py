"""A deal goes through the stages of its process until it is won or lost."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from core import clock
from core.errors import Refused
from sales.deals import actions
from sales.deals.actions import hands
from sales.models import Competitor, Deal, DealOrder, LossReason, StageTask
from tasks.models import Task, TaskTemplate
from tests import given

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 2, 2, 9, tzinfo=UTC)


@pytest.fixture
def olga():
    return given.employee("manager")


def stage_of(deal, key):
    return deal.process_version.stages.get(key=key)


def asking(process, key, *fields):
    stage = process.newest.stages.get(key=key)
    stage.required_fields = list(fields)
    stage.save()
    return stage


def reason(name="Дорого"):
    return LossReason.objects.get_or_create(name=name)[0]


def test_a_move_ends_one_stay_and_begins_another(olga):
    with clock.at(MONDAY):
        deal = given.deal(by=olga)
    with clock.at(MONDAY + timedelta(days=2)):
        deal = actions.move(deal, to=stage_of(deal, "offered"), by=olga)

    assert (deal.stage.key, deal.probability) == ("offered", 40)
    assert [(stay.stage.key, stay.left_at is None) for stay in deal.stays.all()] == [
        ("met", False),
        ("offered", True),
    ]
    assert deal.steps.get().note == "Знакомство → Предложение"


def test_a_stage_is_not_left_without_what_it_asks_for(olga):
    process = given.process()
    asking(process, "met", "expected_sum", "product_groups")
    deal = given.deal(by=olga, along=process)

    with pytest.raises(Refused, match="Знакомство"):
        actions.move(deal, to=stage_of(deal, "offered"), by=olga)

    actions.edit(
        deal, by=olga, expected_sum=Decimal(50_000), product_groups=[given.product_group()]
    )
    assert actions.move(deal, to=stage_of(deal, "offered"), by=olga).stage.key == "offered"


def test_what_a_skipped_stage_asks_for_is_needed_too_but_nothing_on_the_way_back(olga):
    process = given.process()
    asking(process, "offered", "expected_on")
    deal = given.deal(by=olga, along=process)

    with pytest.raises(Refused):
        actions.move(deal, to=stage_of(deal, "agreed"), by=olga)

    deal = actions.move(deal, to=stage_of(deal, "offered"), by=olga)
    assert actions.move(deal, to=stage_of(deal, "met"), by=olga).stage.key == "met"


def test_leaving_a_stage_closes_its_open_tasks_and_leaves_those_of_people(olga):
    process = given.process()
    call = TaskTemplate.objects.create(name="Звонок", title="Позвонить")
    StageTask.objects.create(stage=process.newest.stages.get(key="met"), template=call)
    deal = given.deal(by=olga, along=process)
    own = given.task(by=olga, of=olga, about=deal)

    actions.move(deal, to=stage_of(deal, "agreed"), by=olga)

    assert list(Task.objects.about(deal).to_do()) == [own]


def test_a_deal_is_won_with_the_orders_that_it_has_become(olga):
    deal = given.deal(by=olga)
    order = given.order(of=deal.client, by=olga)

    won = actions.win(deal, by=olga, orders=[order])

    assert (won.is_won, won.probability) == (True, 100)
    assert DealOrder.objects.get().order == order
    assert won.stays.filter(left_at=None).count() == 0


def test_an_order_belongs_to_one_deal_and_to_its_client(olga):
    deal = given.deal(by=olga)
    order = given.order(of=deal.client, by=olga)
    actions.link_order(deal, order, by=olga)

    with pytest.raises(Refused, match=order.number):
        actions.link_order(given.deal(deal.client, by=olga), order, by=olga)
    of_stranger = given.deal(given.client("Пётр", "+7 916 000-11-22", by=olga), by=olga)
    with pytest.raises(Refused):
        actions.link_order(of_stranger, order, by=olga)


def test_a_lost_deal_says_why_and_to_whom_and_may_be_opened_again(olga):
    deal, rival = given.deal(by=olga), Competitor.objects.create(name="Зеркальный двор")

    lost = actions.lose(deal, by=olga, reason=reason(), lost_to=rival)
    assert (lost.is_lost, lost.lost_to, lost.closed_at is not None) == (True, rival, True)

    again = actions.reopen(lost, by=olga)
    assert (again.is_open, again.reopened_count, again.loss_reason) == (True, 1, None)
    assert again.stays.filter(left_at=None).count() == 1


def test_two_people_do_not_close_one_deal(olga):
    deal = given.deal(by=olga)
    actions.win(deal, by=olga)

    with pytest.raises(Refused):
        actions.lose(deal, by=olga, reason=reason())


def test_a_deal_beyond_the_norm_of_its_stage_is_stuck(olga):
    with clock.at(MONDAY):
        deal = given.deal(by=olga)
        given.task(by=olga, of=olga, about=deal)
    with clock.at(MONDAY + timedelta(days=7)):  # the fifth working day after Monday
        assert list(Deal.objects.stuck()) == []
    with clock.at(MONDAY + timedelta(days=8)):
        assert list(Deal.objects.stuck()) == [deal]
        assert list(Deal.objects.beyond_norm()) == [deal]


def test_a_deal_without_a_next_step_is_stuck(olga):
    idle, called, tasked = (given.deal(given.client(by=olga), by=olga) for _ in range(3))
    given.planned_call(called.client, by=olga)
    given.task(by=olga, of=olga, about=tasked)

    assert list(Deal.objects.without_next_step()) == [idle]
    assert list(Deal.objects.stuck()) == [idle]


def test_a_deal_handed_over_stays_until_it_is_accepted(olga):
    ivan, deal = given.employee("manager"), given.deal(by=olga)

    hands.hand_over(deal, by=olga, to=ivan)
    deal.refresh_from_db()
    assert deal.responsible == olga

    assert hands.accept(deal, by=ivan).responsible == ivan


def test_who_only_looks_moves_nothing(olga):
    deal, looker = given.deal(by=olga), given.employee("marketing")

    with pytest.raises(PermissionDenied):
        actions.move(deal, to=stage_of(deal, "offered"), by=looker)


def test_the_page_asks_for_what_is_missing_and_moves_with_it(login, olga):
    process = given.process()
    asking(process, "met", "expected_sum")
    deal = given.deal(by=olga, along=process)
    address = reverse("sales:move_deal", args=[deal.pk, stage_of(deal, "offered").pk])
    browser = login(olga)

    assert list(browser.post(address, {"csrf": "x"}).context["form"].fields) == ["expected_sum"]
    assert browser.post(address).status_code == 409  # a drag is refused in words

    browser.post(address, {"expected_sum": "12 000"})
    deal.refresh_from_db()
    assert (deal.stage.key, deal.expected_sum) == ("offered", 12_000)


def test_an_order_taken_from_the_deals_page_belongs_to_it(login, olga):
    deal = given.deal(by=olga)
    page = login(olga).get(
        reverse("orders:new"), {"client": deal.client_id, "ground": f"sales.deal-{deal.pk}"}
    )

    assert f'value="sales.deal-{deal.pk}"' in page.content.decode()


def test_a_page_costs_as_much_for_twenty_deals_as_for_one(
    login, olga, django_assert_max_num_queries
):
    browser = login(olga)
    for _ in range(12):
        given.deal(given.client(by=olga), by=olga)
    for name, most in (("sales:deals", 16), ("sales:deals_board", 26)):
        browser.get(reverse(name))
        with django_assert_max_num_queries(most):
            browser.get(reverse(name))


def test_the_board_has_a_column_for_each_stage(login, olga):
    deal = given.deal(by=olga)
    page = login(olga).get(reverse("sales:deals_board"), {"process": deal.process_id})

    stacks = page.context["list"].stacks()

    assert [str(stack.state) for stack in stacks] == ["met", "offered", "agreed", "won", "lost"]
    assert [card.row for card in stacks[0].cards] == [deal]
    assert set(stacks[0].cards[0].turns[0].url.split("/")) >= {"move"}


def test_a_firm_without_a_process_has_an_empty_board(login, olga):
    answer = login(olga).get(reverse("sales:deals_board"))

    assert answer.status_code == 200
