"""What was due, as a report and as a list."""

import pytest
from django.urls import reverse

from core import clock
from interactions import actions
from interactions.regulations.planning import plan_due
from tests import given
from tests.interactions.regulations.days import calls, later, registered, spoken_to

pytestmark = pytest.mark.django_db


def test_each_figure_of_the_report_opens_its_list_with_the_same_count(login, olga):
    petr = given.employee()
    clients = [
        registered(40, f"Клиент {number}", f"8 916 000-00-0{number}", by=olga if number else petr)
        for number in range(6)
    ]
    given.regulation()
    plan_due()
    by_client = {call.client_id: call for call in calls()}
    spoken_to(clients[1], by=olga)
    actions.drop(by_client[clients[2].pk], by=olga)
    with later(2):
        spoken_to(clients[3], by=olga)
        browser = login(given.employee("director"))
        until = clock.today().isoformat()
        query = f"?since=2026-07-01&until={until}"
        for by in ("responsible", "regulation"):
            url = reverse("core:report", args=["regulations"])
            report = browser.get(f"{url}{query}&by={by}").context["report"]
            figures = [cell for row in report.body() for cell in row if cell["url"]]
            assert len(figures) >= 4
            for cell in figures:
                listed = browser.get(cell["url"]).context["list"]
                assert listed.queryset.count() == cell["value"], cell
            assert report.totals == {
                "due": 6, "kept": 1, "late": 1, "broken": 3, "ahead": 0, "dismissed": 1,
            }  # fmt: skip


def test_a_manager_sees_the_contacts_due_of_the_own_office_only(login, olga):
    stranger = given.employee(office=given.office("Северный"))
    registered(40, by=olga)
    registered(40, "Пётр Ильин", "8 916 000-11-22", by=stranger)
    given.regulation()
    plan_due()

    page = login(olga).get(reverse("interactions:contacts_due"))

    assert [row["row"].client.name for row in page.context["list"].body()] == ["Мария Светлова"]
