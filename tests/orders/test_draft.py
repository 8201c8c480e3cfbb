"""Nothing that was typed on the order screen is lost, and nothing comes back twice."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from core import drafts
from core.models import Draft
from tests import given
from tests.orders.screen import HTMX

pytestmark = pytest.mark.django_db
NEW, TAKE = "/orders/new/", "/orders/take/"


def test_what_is_typed_is_there_again_after_the_browser_was_closed(olga, stranger):
    olga.browser.post("/drafts/orders.new/keep/", stranger(comment="перезвонить"))

    again = olga.browser.get(NEW).text

    assert "перезвонить" in again
    assert "Зеркало серебро 4 мм" in again
    assert reverse("core:discard_draft", args=["orders.new"]) in again


def test_a_taken_order_leaves_no_draft(olga, stranger):
    data = stranger()
    olga.browser.post("/drafts/orders.new/keep/", data)
    olga.browser.post(TAKE, data, headers=HTMX)
    late = olga.browser.post("/drafts/orders.new/keep/", data)

    again = olga.browser.get(NEW).text

    assert late.status_code == 204
    assert "Мария Светлова" not in again
    assert not Draft.objects.exists()


def test_a_draft_of_another_person_stays_theirs(olga, stranger, login):
    drafts.keep(given.employee("manager"), "orders.new", post_of(stranger(comment="чужое")))

    assert "чужое" not in olga.browser.get(NEW).text


def post_of(data):
    post = QueryDict(mutable=True)
    for name, value in data.items():
        post.setlist(name, value if isinstance(value, list) else [str(value)])
    return post
