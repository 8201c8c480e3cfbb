"""A move that changed many rows is taken back as one, and nothing that changed since is lost."""

from datetime import timedelta

import pytest

from clients.models import Client, Tag
from core import changesets, clock
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def move(olga):
    return changesets.begin("bulk", "Новый менеджер", by=olga, undo_days=30)


def test_values_come_back_as_they_were(move, olga):
    one, other = given.client(note="Звонить утром"), given.client(note="Новое")

    assert changesets.update(move, Client.objects.all(), note="Новое") == 1
    one.refresh_from_db()
    assert (one.note, one.version) == ("Новое", 2)

    changesets.undo(move, by=olga)

    one.refresh_from_db()
    assert (one.note, one.version) == ("Звонить утром", 3)
    other.refresh_from_db()
    assert other.version == 1


def test_what_was_deleted_comes_back_with_its_number_and_what_was_made_goes(move, olga):
    tag, client = Tag.objects.create(name="Дизайнер"), given.client()
    link = Client.tags.through.objects.create(client=client, tag=tag)

    changesets.delete(move, Client.tags.through.objects.filter(pk=link.pk))
    changesets.created(move, [Tag.objects.create(name="VIP")])
    assert not client.tags.exists()

    changesets.undo(move, by=olga)

    assert list(client.tags.all()) == [tag]
    assert Client.tags.through.objects.get().pk == link.pk
    assert not Tag.objects.filter(name="VIP").exists()


def test_a_row_changed_since_stops_the_undoing_of_all(move, olga):
    one, other = given.client(note="а"), given.client(note="б")
    changesets.update(move, Client.objects.all(), note="Новое")
    Client.objects.filter(pk=other.pk).update(note="Исправлено рукой")

    with pytest.raises(Refused):
        changesets.undo(move, by=olga)

    one.refresh_from_db()
    assert one.note == "Новое"
    move.refresh_from_db()
    assert move.can_be_undone


def test_or_is_left_alone_where_that_is_asked(move, olga):
    one, other = given.client(note="а"), given.client(note="б")
    changesets.update(move, Client.objects.all(), note="Новое")
    Client.objects.filter(pk=other.pk).update(note="Исправлено рукой")

    assert changesets.undo(move, by=olga, all_or_nothing=False) == 1

    notes = Client.objects.in_bulk([one.pk, other.pk])
    assert notes[one.pk].note == "а"
    assert notes[other.pk].note == "Исправлено рукой"


def test_it_is_undone_once_and_in_time(move, olga):
    given.client(note="а")
    changesets.update(move, Client.objects.all(), note="Новое")
    changesets.undo(move, by=olga)

    with pytest.raises(Refused):
        changesets.undo(move, by=olga)

    late = changesets.begin("bulk", "Ещё раз", by=olga, undo_days=30)
    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(Refused):
        changesets.undo(late, by=olga)


def test_what_something_hangs_on_by_now_stays(move, olga):
    client = given.client()
    changesets.created(move, [client])
    given.order(of=client)

    assert changesets.undo(move, by=olga, all_or_nothing=False) == 1
    assert Client.objects.filter(pk=client.pk).exists()
