"""A change of many is undone, goes on after a stop, and is undone once."""

import pytest

from clients.actions import bulk as actions
from clients.bulk import work
from clients.models import Client
from core import jobs
from core.errors import Refused
from core.models import Job
from tests.clients.bulk.changing import changed, clients, said

pytestmark = pytest.mark.django_db


def test_what_has_changed_since_stays_and_is_named(chief, base):
    found = changed("sector", "trade", by=chief)
    Client.objects.filter(pk=base[1].pk).update(sector="consumer")

    done = actions.undo_bulk_change(found, by=chief)

    assert said("sector") == ["consumer"] * 4
    assert (done.changeset.left_count, done.changeset.left) == (1, [["clients.client", base[1].pk]])


def test_it_is_undone_once(chief, base):
    found = changed("sector", "trade", by=chief)
    actions.undo_bulk_change(found, by=chief)

    with pytest.raises(Refused):
        actions.undo_bulk_change(found, by=chief)


def test_many_are_written_by_the_worker_and_a_killed_one_goes_on(chief, base, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 1)
    monkeypatch.setattr(work, "PIECE", 2)
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")
    actions.run_bulk_change(found, by=chief)
    work.write_piece(found)  # the worker did one piece and was killed

    found.refresh_from_db()
    assert (found.position, said("sector").count("trade")) == (2, 2)
    jobs.run_job(Job.objects.get().pk)

    found.refresh_from_db()
    assert (found.position, found.changed_count) == (4, 4)
    assert found.changeset.rows.count() == 4
    assert Job.objects.get().state == Job.State.DONE


def test_a_stopped_one_goes_on_or_is_undone(chief, base, monkeypatch):
    monkeypatch.setattr(actions, "AT_ONCE", 1)
    monkeypatch.setattr(work, "PIECE", 2)
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")
    found = actions.run_bulk_change(found, by=chief)
    work.write_piece(found)
    Job.objects.update(state=Job.State.STOPPED)

    actions.undo_bulk_change(found, by=chief)
    jobs.run_job(Job.objects.order_by("pk").last().pk)

    assert said("sector") == ["consumer"] * 4
