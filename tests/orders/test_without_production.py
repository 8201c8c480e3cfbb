"""Goods, services and measuring: nothing is made, so nothing is waited for."""

import pytest
from django.urls import reverse

from company.calendar import WorkCalendar
from core import clock
from core.models import Document
from interactions.models import Interaction
from orders import actions
from orders.models import Position
from orders.work_orders.lifecycle import PositionStatus, Status, Step
from tests import given

pytestmark = pytest.mark.django_db


def text(answer):
    return answer.content.decode().replace("\xa0", " ")


def test_a_measuring_visit_goes_its_whole_road(login, olga):
    order = given.order(given.measuring(), by=olga, address="ул. Мира, 5")
    assert (order.status, order.has_production) == (Status.READY, False)
    assert [step.step for step in order.steps.all()] == [Step.ACCEPT, Step.SHELVE]
    assert not Position.objects.in_shop().exists()
    assert not Interaction.objects.owed().exists()

    browser = login(olga)
    card = text(browser.get(order.get_absolute_url()))
    asked = browser.get(reverse("orders:hand_over", args=[order.pk]))
    assert "К исполнению" in card
    assert "В офисе" not in card
    assert asked.context["form"].is_at_client
    assert "выполнен" in text(asked)

    order = actions.hand_over(order, by=olga, place="client", amount=order.debt)
    assert order.status == Status.ARCHIVED
    assert [step.title for step in order.steps.filter(step=Step.HAND_OVER)] == ["Исполнен"]


def test_it_is_promised_for_the_next_working_day(olga):
    order = given.order(given.measuring(), by=olga)

    today = clock.today()
    assert order.promised_on == WorkCalendar(today).next_working(today)


def test_goods_are_sold_over_the_counter(olga):
    order = given.order(given.goods(), by=olga)

    order = actions.hand_over(order, by=olga, amount=order.debt)

    assert (order.status, order.debt) == (Status.ARCHIVED, 0)


def test_of_a_mixed_order_the_mirror_is_made_and_the_call_is_owed(olga):
    order = given.order(given.mirror(), given.goods(), given.delivery(), by=olga)
    assert order.status == Status.ACCEPTED
    assert order.positions.in_office().count() == 2

    piece, worker, foreman = order.positions.first(), given.employee("worker"), given.employee()
    actions.start(piece, by=worker)
    actions.finish(piece, by=worker)
    actions.check(piece, by=given.employee("foreman"))
    order = actions.arrive(order, by=foreman)

    assert order.status == Status.READY
    assert Interaction.objects.owed().about(order).exists()
    assert actions.hand_over(order, by=olga, amount=order.debt).status == Status.ARCHIVED


def test_goods_of_a_mixed_order_leave_at_once_and_the_delivery_waits(login, olga):
    order = given.order(given.mirror(), given.goods(), given.delivery(), by=olga)

    page = login(olga).get(reverse("orders:hand_over", args=[order.pk]))

    chosen = [each.position.kind for each in page.context["form"].leaving if each.is_chosen]
    assert chosen == ["goods"]
    goods = order.positions.get(kind="goods")
    order = actions.hand_over(order, by=olga, positions=[goods.pk], amount=goods.total)
    assert (order.status, order.visits) == (Status.ACCEPTED, 1)
    goods.refresh_from_db()
    assert goods.status == PositionStatus.HANDED_OVER


def test_papers_do_not_speak_of_making(olga):
    order = given.order(given.measuring(), by=olga)

    paper = Document.objects.of(order).get(kind="work_order")

    assert paper.content["made"] == []
    assert paper.content["has_production"] is False


def test_nothing_of_it_goes_back_to_the_workshop(login, olga):
    order = given.order(given.measuring(), by=olga)

    moves = login(olga).get(order.get_absolute_url()).context["moves"]

    assert reverse("orders:return_for_rework", args=[order.pk]) not in [m.url for m in moves]


def test_a_list_calls_it_by_its_own_words(login, olga):
    given.order(given.measuring(), by=olga)

    assert "К исполнению" in text(login(olga).get(reverse("orders:index")))
