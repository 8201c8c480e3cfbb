"""Many clients are changed at once: looked at first, written, undone."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from clients import actions as cards
from clients.actions import bulk as actions
from clients.bulk import work
from clients.bulk.preview import preview
from clients.models import BulkChange, Client, ClientGroup, SegmentMember, Tag
from company.models import Employee, OwnField
from core import changesets, jobs
from core.errors import Refused, Stale
from core.models import Changeset, Job
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return given.employee("commercial", last_name="Комаров")


@pytest.fixture
def vera():
    return given.employee(last_name="Верина")


@pytest.fixture
def base(chief):
    return [given.client(f"Клиент {number}", by=chief) for number in range(4)]


def clients(*chosen):
    pks = [client.pk for client in chosen]
    return Client.objects.filter(pk__in=pks) if chosen else Client.objects.all()


def changed(what, value, *chosen, by, along=()):
    found = actions.prepare_bulk_change(
        clients(*chosen), by=by, what=what, value=value, along=along
    )
    return actions.run_bulk_change(found, by=by)


def to(person):
    return [person._meta.label_lower, person.pk]


def said(name):
    return list(Client.objects.order_by("pk").values_list(name, flat=True))


# --- what is changed ---


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


# --- another manager ---


def test_what_the_manager_has_in_hand_goes_along_where_it_is_asked_for(chief, vera, base):
    mary, other = base[0], given.employee()
    call = given.planned_call(mary, by=chief)
    order = given.order(of=mary, by=chief)
    task = given.task(by=other, of=chief, about=mary)
    colleagues = given.task(by=chief, of=other, about=mary)

    found = changed(
        "responsible", to(vera), mary, by=chief, along=["interactions", "orders", "tasks"]
    )

    for row in (call, order, task, colleagues):
        row.refresh_from_db()
    assert (call.responsible, order.manager, task.assignee) == (vera, vera, vera)
    assert colleagues.assignee == other
    assert sorted(count for _label, count in found.outcome) == [1, 1, 1]
    actions.undo_bulk_change(found, by=chief)
    for row in (mary, call, order, task):
        row.refresh_from_db()
    assert (mary.responsible, call.responsible, order.manager) == (chief, chief, chief)
    assert task.assignee == chief


def test_what_is_not_asked_for_stays(chief, vera, base):
    call = given.planned_call(base[0], by=chief)

    changed("responsible", to(vera), by=chief)

    call.refresh_from_db()
    assert call.responsible == chief


def test_a_department_shares_the_clients_out(chief, base):
    desk = given.department()
    pair = [given.employee(department=desk) for _each in range(2)]

    changed("responsible", to(desk), by=chief)

    assert [Client.objects.filter(responsible=each).count() for each in pair] == [2, 2]


# --- rights, undoing, interruptions ---


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


# --- the pages ---


def test_from_the_list_to_the_undoing(login, chief, base):
    page = login(chief)
    chosen = {"pk": [base[0].pk, base[1].pk]}

    form = page.post(reverse("clients:bulk_change"), chosen)
    assert page.get(form["Location"]).context["count"] == 2
    draft = page.post(form["Location"], {"what": "sector", "value": "trade"})
    assert "2" in page.get(draft["Location"]).content.decode()
    found = BulkChange.objects.get()
    page.post(reverse("clients:run_bulk_change", args=[found.pk]))
    assert said("sector").count("trade") == 2

    listed = page.get(reverse("clients:bulk_changes")).content.decode()
    assert found.title in listed
    page.post(reverse("clients:undo_bulk_change", args=[found.pk]))
    assert said("sector").count("trade") == 0


def test_everything_the_filter_finds_is_chosen(login, chief, base):
    address = f"{reverse('clients:bulk_change')}?text=Клиент+2"

    page = login(chief)
    page.post(address, {"what": "note", "value": "Проверен"})

    assert BulkChange.objects.get().pks == [base[2].pk]


def test_every_change_has_a_field_to_fill_in(login, chief, base):
    page = login(chief)
    first = page.get(reverse("clients:bulk_change"))

    for code, _label in first.context["form"].fields["what"].choices:
        assert page.get(reverse("clients:bulk_change"), {"what": code}).status_code == 200, code


def test_a_draft_is_nobody_elses(login, chief, base):
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")

    answer = login(given.employee("director")).get(found.get_absolute_url())

    assert answer.status_code == 404


@pytest.mark.parametrize("count", [2, 12])
def test_the_preview_costs_the_same_for_any_number(
    login, chief, django_assert_max_num_queries, count
):
    for number in range(count):
        given.client(f"Клиент {number}", by=chief)
    found = actions.prepare_bulk_change(clients(), by=chief, what="sector", value="trade")
    page = login(chief)

    with django_assert_max_num_queries(24):
        page.get(found.get_absolute_url())
