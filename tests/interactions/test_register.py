"""The history as a register for a period: on paper and as a file."""

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from core import clock
from interactions import actions, paper
from tests import given
from tests.interactions.kinds import kind
from tests.paper import words_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.fixture
def olga():
    return given.employee(last_name="Ольгина")


@pytest.fixture
def said(olga):
    """A price told ten days ago, a meeting held today."""
    maria = given.client("Мария Светлова", by=olga)
    with clock.at(NOON - timedelta(days=10)):
        actions.register(maria, by=olga, kind=kind("call", "in"), purpose="Назвать цену")
    with clock.at(NOON):
        actions.register(
            maria, by=olga, kind=kind("meeting"), purpose="Показать образцы", note="Берёт"
        )
    return maria


def printed(browser, **chosen):
    answer = browser.get(reverse("interactions:register"), chosen)
    assert answer["Content-Type"] == "application/pdf"
    return " ".join(words_of(answer.content).split())


def test_the_paper_holds_the_period_and_whose_it_is(login, olga, said):
    text = printed(login(olga), since="2026-11-20", until="2026-11-20", client=said.pk)

    assert "Показать образцы" in text
    assert "Берёт" in text
    assert "Назвать цену" not in text
    assert "с 20.11.2026 по 20.11.2026" in text
    assert "Клиент: Мария Светлова" in text


def test_it_may_be_of_one_kind_or_one_manager(login, olga, said):
    browser = login(olga)

    assert "Показать образцы" not in printed(browser, kind=kind("call", "in").pk)
    assert "Всего: 0" in printed(browser, responsible=given.employee().pk)


def test_the_same_rows_go_to_excel(login, olga, said):
    answer = login(olga).get(
        reverse("core:list_export", args=["interactions", "xlsx"]), {"since": "2026-11-20"}
    )

    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert [row[3] for row in rows[1:]] == ["Показать образцы"]


def test_more_than_a_paper_holds_is_refused_in_words(login, olga, said, monkeypatch):
    monkeypatch.setattr(paper, "MOST_ROWS", 1)

    assert login(olga).get(reverse("interactions:register")).status_code == 409


def test_the_workshop_prints_nothing(login):
    assert login(given.employee("worker")).get(reverse("interactions:register")).status_code == 403
