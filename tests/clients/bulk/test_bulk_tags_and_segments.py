"""Many get a tag, lose it, or join a segment."""

import pytest

from clients.actions import bulk as actions
from clients.models import Client, SegmentMember, Tag
from core.errors import Refused
from tests import given
from tests.clients.bulk.changing import changed

pytestmark = pytest.mark.django_db


def test_a_tag_is_put_on_those_without_it_and_taken_off(chief, base):
    tag = Tag.objects.create(name="Дизайнер")
    base[0].tags.add(tag)

    put = changed("add_tag", tag.pk, by=chief)
    assert (put.changed_count, tag.clients.count()) == (3, 4)
    taken = changed("remove_tag", tag.pk, by=chief)
    assert (taken.changed_count, tag.clients.count()) == (4, 0)

    actions.undo_bulk_change(taken, by=chief)
    assert tag.clients.count() == 4
    actions.undo_bulk_change(put, by=chief)
    assert list(tag.clients.all()) == [base[0]]


def test_a_tag_that_was_put_on_again_meanwhile_is_no_obstacle(chief, base):
    tag = Tag.objects.create(name="Дизайнер")
    for client in base:
        client.tags.add(tag)
    taken = changed("remove_tag", tag.pk, by=chief)
    base[0].tags.add(tag)

    done = actions.undo_bulk_change(taken, by=chief)

    assert tag.clients.count() == 4
    assert done.changeset.left_count == 1


def test_clients_join_a_frozen_segment_and_suppliers_do_not(chief, base):
    segment = given.segment(given.condition("name", "contains", "0"), by=chief, is_frozen=True)
    Client.objects.filter(pk=base[3].pk).update(is_client=False, is_supplier=True)

    found = changed("segment", segment.pk, by=chief)

    segment.refresh_from_db()
    assert (found.changed_count, found.counts["barred"], segment.clients_count) == (2, 1, 3)
    actions.undo_bulk_change(found, by=chief)
    segment.refresh_from_db()
    assert (segment.clients_count, SegmentMember.objects.count()) == (1, 1)


def test_nobody_adds_to_a_segment_of_somebody_else(chief, base):
    other = given.employee("commercial")
    segment = given.segment(by=other, is_frozen=True)

    with pytest.raises(Refused):
        changed("segment", segment.pk, by=chief)
