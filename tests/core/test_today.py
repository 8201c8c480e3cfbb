import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import given

pytestmark = pytest.mark.django_db
TODAY = "today"


def test_the_desk_begins_the_day_with_what_waits(login):
    olga = given.employee()
    ready = given.ready_order(by=olga)

    page = login(olga).get(reverse(TODAY)).content.decode()

    assert ready.client.name in page
    assert ready.number in page


def test_a_day_with_nothing_to_do_says_so(login):
    page = login(given.employee()).get(reverse(TODAY))

    assert page.status_code == 200
    assert reverse("interactions:calls") not in page.context["shown"]


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("foreman", "production:queue"),
        ("marketing", "clients:index"),
        ("quality", "orders:index"),
        ("admin", "company:employees"),
    ],
)
def test_a_role_lands_where_its_work_is(login, role, page):
    answer = login(given.employee(role)).get(reverse(TODAY))

    assert answer.url == reverse(page)


def test_a_role_whose_page_does_not_exist_yet_sees_what_it_may(login):
    role = given.role("survey", rights=["clients.view_client"], home="surveys:index")
    someone = given.employee(role=role)

    page = login(someone).get(reverse(TODAY)).content.decode()

    assert reverse("clients:index") in page


def test_a_role_with_nothing_yet_is_told_whom_to_ask(login):
    someone = given.employee(role=given.role("guest", rights=[]))

    page = login(someone).get(reverse(TODAY))

    assert page.status_code == 200
    assert "empty-state" in page.content.decode()


def test_the_page_asks_again_and_is_answered_only_what_changed(login, htmx):
    olga = given.employee()
    browser = login(olga)
    seen = browser.get(reverse(TODAY)).context["digest"]

    same = browser.get(reverse(TODAY), {"seen": seen}, headers=htmx)
    given.planned_call(by=olga, purpose="Новый звонок")
    changed = browser.get(reverse(TODAY), {"seen": seen}, headers=htmx)

    assert (same.status_code, same.content) == (204, b"")
    assert "Новый звонок" in changed.content.decode()


def test_asking_again_does_not_prolong_the_login(login, htmx):
    browser = login(given.employee())
    ends = Session.objects.get().expire_date

    answer = browser.get(reverse(TODAY), headers=htmx)

    assert Session.objects.get().expire_date == ends
    assert "naryad_session" not in answer.cookies


def test_an_ended_login_leads_to_the_login_page(client, htmx):
    assert client.get(reverse(TODAY), headers=htmx)["HX-Redirect"].startswith(reverse("login"))


def test_the_day_costs_the_same_with_one_order_and_with_eight(login):
    olga = given.employee()
    browser = login(olga)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            browser.get(reverse(TODAY))
        return len(seen)

    given.ready_order(by=olga)
    one = queries()
    for _ in range(4):
        given.ready_order(by=olga)

    assert queries() == one
