"""What is typed is kept until it is saved or thrown away."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from core import drafts
from core.models import Draft
from tests import given

pytestmark = pytest.mark.django_db


def url(name, form="orders.new"):
    return reverse(f"core:{name}", args=[form])


def test_a_draft_survives_a_closed_browser(login):
    olga = given.employee()

    login(olga).post(url("keep_draft"), {"client": "Мария", "width": ["600", "800"]})

    assert drafts.find(olga, "orders.new").content == {"client": ["Мария"], "width": ["600", "800"]}


def test_the_latest_typing_replaces_what_was_kept(login):
    olga = given.employee()
    page = login(olga)

    page.post(url("keep_draft"), {"client": "Мари"})
    page.post(url("keep_draft"), {"client": "Мария"})

    assert Draft.objects.get().content == {"client": ["Мария"]}


def test_control_characters_do_not_break_it(login):
    olga = given.employee()

    answer = login(olga).post(url("keep_draft"), {"client": "Ма\x00рия"})

    assert answer.status_code == 204
    assert Draft.objects.get().content == {"client": ["Мария"]}


def test_everybody_has_drafts_of_their_own(login):
    olga, vera = given.employee(), given.employee()
    login(olga).post(url("keep_draft"), {"client": "Мария"})

    login(vera).post(url("discard_draft"))

    assert drafts.find(vera, "orders.new") is None
    assert drafts.find(olga, "orders.new")


def test_a_thrown_away_draft_is_gone(login):
    olga = given.employee()
    page = login(olga)
    page.post(url("keep_draft"), {"client": "Мария"})

    page.post(url("discard_draft"))

    assert not Draft.objects.exists()


def test_a_form_with_an_absurd_name_does_not_exist(login):
    answer = login(given.employee()).post(url("keep_draft", "x" * 200), {"client": "Мария"})

    assert answer.status_code == 404


def test_a_month_later_a_draft_is_forgotten(time_machine):
    time_machine.move_to("2026-10-01 12:00+03:00")
    olga = given.employee()
    drafts.keep(olga, "orders.new", QueryDict("client=1"))

    time_machine.move_to("2026-11-23 12:00+03:00")
    drafts.forget_old()

    assert not Draft.objects.exists()
