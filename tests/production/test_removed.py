"""A piece that an amendment takes out: what was wrong with it and what was asked stays."""

import pytest
from django.urls import reverse

from core.errors import Refused
from orders import actions
from orders.models import Position
from orders.work_orders.lifecycle import PositionStatus
from production.models import Defect, Question
from production.reports import Defects
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def removed(olga):
    """Sent back with a defect and asked about, then the client wants it no more."""
    order = given.order(given.mirror(600), given.mirror(700), by=olga)
    piece, worker = order.positions.first(), given.employee("worker")
    actions.finish(actions.start(piece, by=worker), by=worker)
    actions.send_back(piece, by=given.employee("foreman"), note="Скол на стороне B")
    given.question(piece, by=worker)
    amendment = given.amendment(order, by=olga, without=[piece])
    actions.confirm_amendment(amendment, by=olga, how="phone")
    return Position.ever.get(pk=piece.pk)


def test_it_is_no_part_of_the_order_any_more(removed):
    order = removed.order

    assert removed.status == PositionStatus.REMOVED
    assert [each.ordinal for each in order.positions.all()] == [2]
    assert order.total == order.positions.get().total
    assert not Position.objects.in_shop().filter(pk=removed.pk).exists()
    assert not removed.operations.exists()


def test_its_defect_stays_and_is_counted(login, removed):
    director = given.employee("director")

    assert Defect.objects.visible_to(director).get().position_id == removed.pk
    assert [row["count"] for row in Defects(director, {}).table] == [1]


def test_its_defect_and_question_stand_on_the_order_and_on_its_own_page(login, olga, removed):
    notes = login(olga).get(reverse("production:notes", args=[removed.order_id])).text
    own = login(given.employee("foreman")).get(Defect.objects.get().get_absolute_url()).text

    for page in (notes, own):
        assert "Скол на стороне B" in page
        assert Question.objects.get().text in page
    assert removed.get_status_display() in own


def test_its_story_says_that_it_was_taken_out(olga, removed):
    last = removed.steps.last()

    assert (last.by, last.title) == (olga, PositionStatus.REMOVED.label)


def test_a_tablet_that_still_shows_it_is_told(removed):
    with pytest.raises(Refused):
        actions.start(removed, by=given.employee("worker"))
