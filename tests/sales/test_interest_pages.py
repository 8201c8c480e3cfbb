"""Where interests are seen, each at a steady price."""

import pytest
from django.urls import reverse

from sales.interests import actions
from sales.interests.panels import find
from tests import given

pytestmark = pytest.mark.django_db


def test_the_list_costs_the_same_for_many(
    login, olga, django_assert_num_queries, django_assert_max_num_queries
):
    glass = given.product_group("Витражи")
    given.interest(by=olga, product_groups=[glass])
    browser, address = login(olga), reverse("sales:interests")
    browser.get(address)
    with django_assert_max_num_queries(20) as counted:
        browser.get(address)
    for _ in range(4):
        given.interest(by=olga, product_groups=[glass])
    with django_assert_num_queries(len(counted)):
        browser.get(address)


def test_a_client_shows_what_is_open_and_tells_of_what_was(login, olga):
    open_one = given.interest(by=olga, wish="Полка в ванную")
    closed = given.interest(open_one.client, by=olga, wish="Аквариум")
    actions.refuse(closed, by=olga, loss_reason=given.loss_reason("Не делаем", is_unmet=True))

    page = login(olga).get(open_one.client.get_absolute_url())

    panel = next(each for each in page.context["panels"] if each["code"] == "interests")
    assert panel["interests"] == [open_one]
    assert "Аквариум" in page.content.decode()  # on the timeline


def test_today_begins_with_what_is_not_answered(login, olga, vera):
    answered = given.interest(by=olga, wish="Полка")
    actions.answer(answered, by=olga)
    given.interest(by=olga, wish="Витраж в арку")
    given.interest(by=vera, wish="Чужое")

    page = login(olga).get(reverse("today")).content.decode()

    assert page.index("Витраж в арку") < page.index("Полка")
    assert "Чужое" not in page


def test_it_is_found_by_the_words_of_the_wish_and_by_whose_it_is(olga):
    interest = given.interest(by=olga, wish="Витражная перегородка")

    assert [hit.url for hit in find(olga, "витраж перегор", 5)] == [interest.get_absolute_url()]
    assert [hit.url for hit in find(olga, interest.client.name, 5)] == [interest.get_absolute_url()]
    assert find(given.employee("driver"), "витраж", 5) == []


def test_another_office_does_not_see_it(login, olga):
    interest = given.interest(by=olga)
    stranger = given.employee("manager", office=given.office("Офис на Соколе"))

    assert login(stranger).get(interest.get_absolute_url()).status_code == 404


def test_a_rule_names_whom_it_speaks_of(login, director):
    browser = login(director)
    address = reverse("company:add_entry", args=["answer-rules"])

    wrong = browser.post(address, {"name": "По очереди", "who": "department"})
    right = browser.post(
        address, {"name": "По очереди", "who": "department", "department": given.department().pk}
    )

    assert (wrong.status_code, right.status_code) == (422, 302)
