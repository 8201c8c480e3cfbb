"""Two cards of one client become one, with everything that hangs on them, and two again."""

from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from clients import actions
from clients.models import Client, ClientTarget, Email, Tag
from core import attachments, clock
from core.errors import Refused, Stale
from core.models import Attachment
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return given.employee("commercial")


@pytest.fixture
def survivor(chief):
    return given.client("Иванова Анна", "8 916 111-22-33", by=chief, email="anna@mail.ru")


@pytest.fixture
def gone(chief):
    return given.client(
        "Иванова Анна Петровна", "8 916 444-55-66", by=chief, email="iva@ya.ru", note="Два входа"
    )


def numbers(client):
    return [phone.e164 for phone in client.phones.order_by("pk")]


def said(model):
    return list(model.objects.order_by("pk").values())


def test_everything_that_hangs_on_the_card_goes_over(chief, survivor, gone):
    order = given.order(of=gone, by=chief)
    call = given.planned_call(gone, by=chief)
    person = given.contact_person(gone, phone_text="8 495 111-22-33")
    paper = attachments.attach(gone, SimpleUploadedFile("x.pdf", b"%PDF-1.7"), by=chief)

    actions.merge(survivor, gone, by=chief)

    for row in (order, call, person, person.phones.get()):
        row.refresh_from_db()
        assert row.client_id == survivor.pk, row
    assert Attachment.objects.get(pk=paper.pk).owner == survivor
    assert not Client.objects.filter(pk=gone.pk).exists()
    assert survivor.summary.orders_count == 1


def test_what_is_empty_is_filled_and_what_is_chosen_taken(chief, survivor, gone):
    actions.merge(survivor, gone, by=chief, choices={"name": "gone", "email": "gone"})

    survivor.refresh_from_db()
    assert (survivor.name, survivor.email) == ("Иванова Анна Петровна", "iva@ya.ru")
    assert survivor.note == "Два входа"
    assert [row.email for row in Email.objects.filter(client=survivor)] == ["anna@mail.ru"]
    assert numbers(survivor) == ["+79161112233", "+79164445566"]
    assert survivor.main_phone.e164 == "+79161112233"


def test_both_remarks_stand_under_each_other(chief, survivor, gone):
    Client.objects.filter(pk=survivor.pk).update(note="Звонить утром")

    actions.merge(survivor, gone, by=chief, choices={"note": "both"})

    survivor.refresh_from_db()
    assert survivor.note == "Звонить утром\nДва входа"


def test_what_both_have_stands_once(chief, survivor, gone):
    actions.write_phones(gone, "8 916 111-22-33")
    tag = Tag.objects.create(name="Дизайнер")
    for client, amount in ((survivor, 100), (gone, 200)):
        client.tags.add(tag)
        client.targets.create(year=2026, amount=amount)

    done = actions.merge(survivor, gone, by=chief)

    assert numbers(survivor) == ["+79161112233"]
    assert list(survivor.tags.all()) == [tag]
    assert survivor.targets.get().amount == 100

    actions.undo_merge(done, by=chief)

    assert numbers(gone) == ["+79161112233"]
    assert list(gone.tags.all()) == [tag]
    assert ClientTarget.objects.get(client=gone).amount == Decimal(200)


@pytest.mark.parametrize("has_own", [True, False])
def test_requisites_are_merged_field_by_field(chief, survivor, gone, has_own):
    actions.set_requisites(gone, by=chief, inn="7707083893", kpp="770701001")
    if has_own:
        actions.set_requisites(survivor, by=chief, inn="7728168971", kpp="")

    done = actions.merge(survivor, gone, by=chief, choices={"requisites.inn": "gone"})

    survivor = Client.objects.get(pk=survivor.pk)
    assert (survivor.requisites.inn, survivor.requisites.kpp) == ("7707083893", "770701001")

    actions.undo_merge(done, by=chief)

    survivor = Client.objects.get(pk=survivor.pk)
    assert getattr(survivor, "requisites", None) is None or survivor.requisites.inn == "7728168971"
    assert hasattr(survivor, "requisites") == has_own
    assert Client.objects.get(pk=gone.pk).requisites.kpp == "770701001"


def test_undone_both_cards_are_as_they_were(chief, survivor, gone):
    order = given.order(of=gone, by=chief)
    person = given.contact_person(gone, phone_text="8 495 111-22-33")
    then = [(each.name, each.email, each.note, numbers(each)) for each in (survivor, gone)]

    done = actions.merge(survivor, gone, by=chief, choices={"name": "gone", "email": "gone"})
    assert actions.undo_merge(done, by=chief) == 0

    now = [Client.objects.get(pk=each.pk) for each in (survivor, gone)]
    assert [(each.name, each.email, each.note, numbers(each)) for each in now] == then
    order.refresh_from_db()
    person.refresh_from_db()
    assert order.client_id == person.client_id == person.phones.get().client_id == gone.pk
    assert [each.summary.orders_count for each in now] == [0, 1]


def test_a_card_that_was_edited_since_still_comes_apart(chief, survivor, gone):
    done = actions.merge(survivor, gone, by=chief)
    survivor.refresh_from_db()
    actions.change(
        survivor,
        by=chief,
        version=survivor.version,
        name="Иванова А. П.",
        phone_text="8 916 111-22-33",
    )

    actions.undo_merge(done, by=chief)

    survivor.refresh_from_db()
    assert survivor.name == "Иванова А. П."
    assert numbers(Client.objects.get(pk=gone.pk)) == ["+79164445566"]


def test_it_is_undone_once_within_thirty_days_and_the_last_one_first(chief, survivor, gone):
    third = given.client("Третья", by=chief)
    done = actions.merge(survivor, gone, by=chief)
    further = actions.merge(third, survivor, by=chief)

    with pytest.raises(Refused):
        actions.undo_merge(done, by=chief)
    actions.undo_merge(further, by=chief)
    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(Refused):
        actions.undo_merge(done, by=chief)
    actions.undo_merge(done, by=chief)
    with pytest.raises(Refused):
        actions.undo_merge(done, by=chief)
    assert Client.objects.filter(pk__in=[survivor.pk, gone.pk, third.pk]).count() == 3


def test_the_history_of_the_card_that_stays_says_what_it_took(chief, survivor, gone):
    actions.merge(survivor, gone, by=chief, choices={"name": "gone"})

    last = survivor.events.order_by("pgh_id").last()
    assert last.name == "Иванова Анна Петровна"
    assert survivor.merges.get().gone_name == "Иванова Анна Петровна"


def test_a_card_changed_meanwhile_is_compared_once_more(chief, survivor, gone):
    versions = {survivor.pk: survivor.version, gone.pk: gone.version}
    Client.objects.filter(pk=gone.pk).update(version=2)

    with pytest.raises(Stale):
        actions.merge(survivor, gone, by=chief, versions=versions)


def test_whoever_has_no_right_merges_nothing(chief, survivor, gone):
    olga = given.employee("manager")
    with pytest.raises(PermissionDenied):
        actions.merge(survivor, gone, by=olga)
    done = actions.merge(survivor, gone, by=chief)
    with pytest.raises(PermissionDenied):
        actions.undo_merge(done, by=olga)


def test_terms_are_taken_over_only_by_who_may_set_them(chief, survivor, gone):
    Client.objects.filter(pk=gone.pk).update(discount_percent=10)
    admin = given.employee("admin")

    with pytest.raises(PermissionDenied):
        actions.merge(survivor, gone, by=admin, choices={"discount_percent": "gone"})
    actions.merge(survivor, gone, by=admin)

    survivor.refresh_from_db()
    assert survivor.discount_percent == 0


@pytest.mark.django_db(transaction=True)
def test_of_two_merges_at_once_one_is_refused(chief, survivor, gone):
    third = given.client("Третья", by=chief)
    start, answers = Barrier(2), []

    def merge_into(client):
        try:
            start.wait(10)
            actions.merge(client, gone, by=chief)
            answers.append("merged")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=merge_into, args=[client]) for client in (survivor, third)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert sorted(answers) == ["merged", "refused"]


def test_the_old_address_leads_to_the_card_that_stays(chief, survivor, gone, login):
    third = given.client("Третья", by=chief)
    old = gone.get_absolute_url()
    actions.merge(survivor, gone, by=chief)
    actions.merge(third, survivor, by=chief)

    assert login(chief).get(old).headers["Location"] == third.get_absolute_url()


def merge_page(survivor, gone):
    return reverse("clients:merge", args=[survivor.pk, gone.pk])


def test_the_page_shows_both_and_what_moves(chief, survivor, gone, login):
    given.order(of=gone, by=chief)

    page = login(chief).get(merge_page(survivor, gone))

    moved = dict(page.context["moved"])
    assert moved["Наряд-заказ"] == 1
    said = page.content.decode()
    for words in ("anna@mail.ru", "iva@ya.ru", "Два входа", "444-55-66"):
        assert words in said, words


def test_chosen_on_the_page_and_undone_from_the_list(chief, survivor, gone, login):
    browser = login(chief)
    typed = {"survivor_version": 1, "gone_version": 1, "email": "gone", "name": "survivor"}

    answer = browser.post(merge_page(survivor, gone), typed)

    assert answer.headers["Location"] == survivor.get_absolute_url()
    survivor.refresh_from_db()
    assert survivor.email == "iva@ya.ru"
    done = survivor.merges.get()
    assert "Иванова Анна Петровна" in browser.get(reverse("clients:merges")).content.decode()

    browser.post(reverse("clients:undo_merge", args=[done.pk]))

    assert Client.objects.filter(pk=gone.pk).exists()
