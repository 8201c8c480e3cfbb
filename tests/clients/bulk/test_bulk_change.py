"""Many clients are changed at once: looked at first, then written."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from clients import actions as cards
from clients.actions import bulk as actions
from clients.bulk import work
from clients.bulk.preview import preview
from clients.models import Client, ClientGroup
from company.models import Employee, OwnField
from core import changesets
from core.errors import Refused, Stale
from core.models import Changeset
from tests import given
from tests.clients.bulk.changing import changed, clients, said

pytestmark = pytest.mark.django_db


def test_a_value_is_assigned_and_taken_back(chief, base):
    site = given.ad_source()

    found = changed("ad_source", site.pk, by=chief)
    assert said("ad_source") == [site.pk] * 4
    assert found.changed_count == 4

    actions.undo_bulk_change(found, by=chief)
    assert said("ad_source") == [None] * 4


def test_nothing_is_written_before_it_is_confirmed(chief, base):
    site = given.ad_source()

    actions.prepare_bulk_change(clients(), by=chief, what="ad_source", value=site.pk)

    assert said("ad_source") == [None] * 4
    assert not Changeset.objects.exists()


def test_the_preview_says_who_changes_who_stays_and_who_may_not(chief, base):
    group = ClientGroup.objects.create(name="Холдинг")
    firms = [given.client(name, by=chief, kind="organisation") for name in ("Альфа", "Бета")]
    Client.objects.filter(pk=firms[0].pk).update(group=group)

    found = actions.prepare_bulk_change(clients(), by=chief, what="group", value=group.pk)
    shown = preview(found)

    assert (shown.total, shown.changing, shown.same) == (6, 1, 1)
    assert [count for _reason, count in shown.barred] == [4]
    assert [(row.client.name, row.before, row.after) for row in shown.rows] == [
        ("Бета", "", "Холдинг")
    ]


def test_the_result_counts_what_the_preview_has_shown(chief, base):
    found = changed("sector", "trade", by=chief)
    again = changed("sector", "trade", by=chief)

    assert (found.changed_count, found.counts["same"]) == (4, 0)
    assert (again.changed_count, again.counts["same"]) == (0, 4)


def test_a_requisite_is_written_where_there_were_none_and_where_there_were(chief, base):
    firm = given.client("Альфа", by=chief, kind="organisation")
    cards.set_requisites(firm, by=chief, legal_address="Старый адрес")

    found = changed("legal_address", "Новый адрес", firm, base[0], by=chief)
    rows = Client.objects.filter(requisites__legal_address="Новый адрес")
    assert set(rows) == {firm, base[0]}

    actions.undo_bulk_change(found, by=chief)
    firm.requisites.refresh_from_db()
    assert firm.requisites.legal_address == "Старый адрес"
    assert not Client.objects.filter(pk=base[0].pk, requisites__isnull=False).exists()


def test_a_field_of_the_firms_own_keeps_the_other_fields(chief, base):
    size = OwnField.objects.create(label="Размер", kind="text").code
    Client.objects.filter(pk=base[0].pk).update(own={"colour": "синий", size: "L"})

    found = changed(f"own.{size}", "XL", by=chief)
    assert said("own")[:2] == [{"colour": "синий", size: "XL"}, {size: "XL"}]

    emptied = changed(f"own.{size}", "", by=chief)
    assert said("own")[:2] == [{"colour": "синий"}, {}]
    for each in (emptied, found):
        actions.undo_bulk_change(each, by=chief)
    assert said("own")[:2] == [{"colour": "синий", size: "L"}, {}]


def test_whoever_may_not_change_clients_prepares_nothing(base):
    with pytest.raises(PermissionDenied):
        changed("sector", "trade", by=given.employee("manager"))


def test_a_right_that_is_lost_meanwhile_stops_the_work(chief, base):
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")
    found.changeset = changesets.begin("bulk", "x", by=chief, undo_days=1)
    found.save()
    Employee.objects.filter(pk=chief.pk).update(is_active=False)

    with pytest.raises(Refused):
        work.write_piece(found)

    assert said("sector") == ["consumer"] * 4


def test_a_card_that_was_opened_before_does_not_write_over_it(chief, base):
    opened = Client.objects.get(pk=base[0].pk)
    changed("sector", "trade", by=chief)

    with pytest.raises(Stale):
        cards.change(
            opened, by=chief, version=opened.version, phone_text="", sector="consumer", note="Да"
        )


@pytest.mark.django_db(transaction=True)
def test_a_card_saved_at_the_same_moment_loses_nothing(chief, base):
    opened, start, refused = Client.objects.get(pk=base[0].pk), Barrier(2, timeout=5), []

    def save():
        start.wait()
        try:
            cards.change(opened, by=chief, version=opened.version, phone_text="", note="Домофон 12")
        except Stale:
            refused.append(True)
        connection.close()

    other = Thread(target=save)
    other.start()
    start.wait()
    changed("sector", "trade", by=chief)
    other.join()

    now = Client.objects.get(pk=opened.pk)
    assert now.sector == "trade"
    assert bool(refused) != (now.note == "Домофон 12")


def test_the_history_of_each_client_shows_it(chief, base):
    changed("sector", "trade", by=chief)

    assert base[0].events.order_by("pgh_id").last().sector == "trade"
