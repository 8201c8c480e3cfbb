from datetime import timedelta

import pghistory
import pytest
from django.urls import reverse

from core import clock
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.changes import changes_of
from tests import given
from tests.orders import sketching

pytestmark = pytest.mark.django_db(transaction=True)


def rows(order, user):
    return [tuple(row) for change in changes_of(order, user) for row in change.rows]


def test_it_says_who_changed_what_from_what_to_what():
    olga = given.employee("manager")
    order = given.order(by=olga)
    promised = order.promised_on

    with pghistory.context(user=olga.pk):
        WorkOrder.objects.filter(pk=order.pk).update(
            promised_on=promised + timedelta(days=1), comment="Позвонить вечером"
        )

    change = changes_of(order, olga)[0]
    assert change.who == olga
    what = {row.what: (row.before, row.after) for row in change.rows}
    assert what["Комментарий"] == ("", "Позвонить вечером")
    assert [before for before, _ in what.values()].count(promised.strftime("%d.%m.%Y")) == 1


def test_a_changed_calculation_names_its_positions():
    olga = given.employee("manager")
    calculation = given.calculation(given.mirror(600), by=olga)
    typed = given.content(given.mirror(900), given.mirror(500), of=calculation.client)

    actions.edit(calculation, typed, by=olga, version=calculation.version)

    shown = rows(calculation, olga)
    assert any("600×800" in before and "900×800" in after for _, before, after in shown)
    assert any(before == "" and "500×800" in after for _, before, after in shown)


def test_the_shop_changes_one_position():
    olga, worker = given.employee("manager"), given.employee("worker")
    order = given.order(given.mirror(), given.mirror(900), by=olga)

    actions.start(order.positions.last(), by=worker)

    latest = changes_of(order, olga)[0]
    assert ("Ждёт", "Начата") in [(row.before, row.after) for row in latest.rows]
    assert len([row for row in latest.rows if "2" in row.what]) == 1


def test_sums_are_for_those_with_the_right():
    order = given.order()
    actions.take_payment(order, by=order.manager, amount=1000, method="cash")
    looks = given.employee(may=["orders.view_workorder"])

    assert "1\xa0000,00\xa0₽" in [after for _, _, after in rows(order, order.manager)]
    assert "₽" not in str(rows(order, looks))


def test_the_page_and_its_part(login, htmx):
    order = given.order()
    address = reverse("orders:history", args=[order.pk])
    browser = login(order.manager)

    whole, part = browser.get(address), browser.get(address, headers=htmx)

    assert "<html" in whole.content.decode()
    assert "<html" not in part.content.decode()
    elsewhere = given.employee("manager", office=given.office("Офис на Соколе"))
    assert login(elsewhere).get(address).status_code == 404


def test_every_step_stands_there_with_who_and_when(login):
    olga = given.employee("manager", last_name="Ольшанская", first_name="Ольга")
    order = given.handed_over_order(by=olga)

    answer = login(olga).get(reverse("orders:history", args=[order.pk]))

    assert [step.step for step in answer.context["steps"]] == [
        *["accept", "start", "finish", "check", "arrive", "hand_over", "archive"]
    ]
    assert [step.step for step in answer.context["in_shop"]][:3] == ["start", "finish", "check"]
    assert "Ольшанская О." in answer.content.decode()


def test_it_tells_what_the_client_was_shown_and_what_they_said(login):
    order = given.order(of=sketching.client())
    sketching.attach(order, 1)
    sending = sketching.sent(order)
    actions.answer_sketch(sending, by=order.manager, approved=False, words="Фацет поуже")

    page = login(order.manager).get(reverse("orders:history", args=[order.pk]))

    assert "Отправлено по почте" in page.text
    assert "Ответ клиента: Фацет поуже" in page.text


def test_history_costs_as_many_queries_for_many_changes_as_for_one(
    django_assert_num_queries, django_assert_max_num_queries
):
    order = given.order()
    looks = order.manager
    changes_of(order, looks)

    with django_assert_max_num_queries(4) as counted:
        changes_of(order, looks)
    for number in range(10):
        WorkOrder.objects.filter(pk=order.pk).update(
            comment=f"{number}", promised_on=clock.today() + timedelta(days=number)
        )
    with django_assert_num_queries(len(counted)):
        assert len(changes_of(order, looks)) >= 10


def test_an_amendment_names_what_it_changed_and_nothing_else():
    olga = given.employee("manager")
    order = given.order(given.mirror(), given.mirror(700), given.mirror(800), by=olga)
    second = order.positions.get(ordinal=2)
    amendment = given.amendment(order, by=olga, height_mm=900, without=[second],
                                also=[given.mirror(500)])  # fmt: skip

    order = actions.confirm_amendment(amendment, by=olga, how="phone").order

    found = rows(order, olga)
    assert ("Изменение №", "0", "1") in found
    assert ("Позиция 2", second.title, "") in found
    assert ["Позиция 1" in row[0] for row in found if "900 мм" in row[2]] == [True]
    assert [row[0] for row in found if "500×800" in row[2]] == ["Позиция 4"]
    assert not [row for row in found if row[0].startswith("Позиция 3")]


def test_the_story_tells_what_happened_not_what_to_press():
    order = given.half_ready_order()
    olga, foreman = order.manager, given.employee("foreman")
    arrived = order.positions.first()

    actions.hand_over(order, by=olga, amount=order.debt, positions=[arrived.pk])
    made = order.positions.last()
    for step in (actions.start, actions.finish):
        step(made, by=foreman)
    actions.send_back(made, by=foreman, note="Скол")

    assert "Выдана часть" in [step.title for step in order.steps.all()]
    assert [step.title for step in made.steps.all()][-1] == "Отправлена на переделку"
