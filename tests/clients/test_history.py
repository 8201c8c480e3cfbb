"""Whatever changes a card, by whatever way, is told: who, when, from what to what."""

from datetime import timedelta

import pghistory
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clients import actions, history
from clients.models import Client, ClientPhone, Requisites, Tag
from company.models import OwnField
from core import changesets, clock, jobs
from tests import given

pytestmark = pytest.mark.django_db(transaction=True)


def told(client, user, **narrowed):
    """[(who, what, before, after)] newest first."""
    return [
        (change.who, *row)
        for change in history.changes_of(client, user, **narrowed).changes
        for row in change.rows
    ]


def edited(login, olga, client, **typed):
    form = actions_form(client) | typed
    answer = login(olga).post(reverse("clients:edit", args=[client.pk]), form)
    assert answer.status_code == 302, answer.content.decode()


def actions_form(client):
    client.refresh_from_db()
    return {
        "name": client.name,
        "kind": client.kind,
        "sector": client.sector,
        "is_client": "on",
        "phone": "\n".join(str(each) for each in client.phones.all()),
        "responsible": client.responsible_id,
        "version": client.version,
    }


def test_an_edit_is_told_with_who_and_from_what_to_what(login):
    olga = given.employee()
    maria = given.client("Мария", "+7 916 123-45-67")

    edited(login, olga, maria, name="Мария Светлова", phone="+7 916 765-43-21")

    assert told(maria, olga)[:2] == [
        (olga, "Имя или название", "Мария", "Мария Светлова"),
        (olga, "Телефон", "+7 916 123-45-67", "+7 916 765-43-21"),
    ]


def test_a_card_saved_without_a_change_tells_nothing(login):
    olga, maria = given.employee(), given.client()
    before = told(maria, olga)

    edited(login, olga, maria)

    assert told(maria, olga) == before


def test_names_stand_where_the_row_has_numbers():
    olga, vera = given.employee(), given.employee(last_name="Кротова", first_name="Вера")
    maria = given.client(by=olga)
    source = given.ad_source("Радио")

    Client.objects.filter(pk=maria.pk).update(responsible=vera, ad_source=source)

    rows = {what: (before, after) for _who, what, before, after in told(maria, olga)[:2]}
    assert rows["Менеджер"] == (olga.short_name, vera.short_name)
    assert rows["Источник рекламы"] == ("", "Радио")


def test_tags_requisites_people_and_own_fields_are_told_too():
    olga, firm = given.employee(), given.client("ООО «Свет»", kind="organisation")
    field = OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)
    Requisites.objects.create(client=firm, inn="7707083893")
    person = given.contact_person(firm, "Ирина Белова", by=olga, post="Бухгалтер")

    firm.tags.add(Tag.objects.create(name="Важный"))
    Client.objects.filter(pk=firm.pk).update(own={field.code: 12})
    Requisites.objects.filter(client=firm).update(inn="7736050003")
    actions.change_person(person, by=olga, name="Ирина Белова", post="Директор", phone_text="")

    rows = [row[1:] for row in told(firm, olga)]
    assert ("Ирина Белова: Должность", "Бухгалтер", "Директор") in rows
    assert ("ИНН", "7707083893", "7736050003") in rows
    assert ("Магазинов", "", "12") in rows
    assert ("Метка", "", "Важный") in rows


def test_plain_sql_is_told_as_done_by_nobody():
    olga, maria = given.employee(), given.client()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE clients_client SET note = 'VIP' WHERE id = %s", [maria.pk])

    assert told(maria, olga)[0] == (None, "Примечание", "", "VIP")


def test_a_job_tells_for_whom_it_worked():
    olga, maria = given.employee(), given.client()
    kind = jobs.JobKind(
        "mark_all", lambda job, progress: Client.objects.update(note="Перенесён") and None
    )
    jobs.add_kind(kind)

    jobs.start(kind, "Пометить", by=olga)

    assert told(maria, olga)[0] == (olga, "Примечание", "", "Перенесён")


def test_a_bulk_change_and_its_undoing_are_two_changes():
    olga, maria = given.employee(), given.client()
    with pghistory.context(user=olga.pk), transaction.atomic():
        changeset = changesets.begin("bulk", "Источник", by=olga, undo_days=30)
        changesets.update(changeset, Client.objects.filter(pk=maria.pk), note="Ярмарка")
    changesets.undo(changeset, by=olga)

    assert [row[1:] for row in told(maria, olga)[:2]] == [
        ("Примечание", "Ярмарка", ""),
        ("Примечание", "", "Ярмарка"),
    ]


def test_what_a_merge_brings_is_told_of_the_card_that_stays_and_its_undoing_too():
    olga = given.employee("director")
    stays, gone = given.client("ООО Свет"), given.client("Свет", "")
    given.contact_person(gone, "Ирина Белова", by=olga)

    merge = actions.merge(stays, gone, by=olga)
    assert ("Ирина Белова: Имя", "", "Ирина Белова") in [row[1:] for row in told(stays, olga)]

    actions.undo_merge(merge, by=olga)
    assert ("Ирина Белова: Имя", "Ирина Белова", "") in [row[1:] for row in told(stays, olga)]


def test_it_is_narrowed_to_one_field():
    olga, maria = given.employee(), given.client()
    for note in ("первое", "второе"):
        Client.objects.filter(pk=maria.pk).update(note=note)
    Client.objects.filter(pk=maria.pk).update(address="Тверская, 1")

    assert [row[1:] for row in told(maria, olga, field="note")] == [
        ("Примечание", "первое", "второе"),
        ("Примечание", "", "первое"),
    ]
    assert [row[3] for row in told(maria, olga, field="phone")] == ["+7 916 123-45-67"]


def test_a_role_from_whom_a_field_is_hidden_does_not_see_what_it_was(monkeypatch):
    olga, maria = given.employee(), given.client(email="maria@example.ru")
    known = history.words.attributes

    def without_email(user=None):
        found = known(user)
        return {code: each for code, each in found.items() if not user or code != "email"}

    monkeypatch.setattr(history.words, "attributes", without_email)

    assert "maria@example.ru" not in [row[3] for row in told(maria, olga)]
    assert "email" not in dict(history.offered_fields(olga))


def test_as_it_was_on_a_day():
    olga, maria = given.employee(), given.client("Мария", "+7 916 123-45-67")
    long_ago = clock.now() - timedelta(days=10)
    for model in (Client, ClientPhone):
        model.pgh_event_model.objects.update(pgh_created_at=long_ago)
    Client.objects.filter(pk=maria.pk).update(name="Мария Светлова")
    ClientPhone.objects.filter(client=maria).delete()

    def on(days_ago):
        rows = history.stood_on(maria, olga, clock.today() - timedelta(days=days_ago))
        return rows and {row.what: row.after for row in rows}

    assert on(0)["Имя или название"] == "Мария Светлова"
    assert "Телефон" not in on(0)
    assert (on(5)["Имя или название"], on(5)["Телефон"]) == ("Мария", "+7 916 123-45-67")
    assert on(11) is None


def test_an_erased_client_has_no_history_left():
    olga, stays, gone = given.employee("director"), given.client("Мария"), given.client("Маша", "")
    other = given.client("Вера", "+7 916 000-00-00")
    actions.merge(stays, gone, by=olga)

    Client.objects.filter(pk=stays.pk).forget_history()

    assert told(stays, olga) == []
    assert told(gone, olga) == []
    assert told(other, olga)


def test_a_long_history_comes_in_pages_of_as_many_queries(login):
    olga, maria = given.employee(), given.client()
    browser, url = login(olga), reverse("clients:history", args=[maria.pk])

    def queries(address):
        browser.get(address)
        with CaptureQueriesContext(connection) as seen:
            page = browser.get(address)
        assert page.status_code == 200
        return len(seen), page

    few, _page = queries(url)
    for number in range(45):
        Client.objects.filter(pk=maria.pk).update(note=f"замер {number}")
    many, page = queries(url)

    assert many <= few, "the names of a kind are fetched once, where one is spoken of"
    assert page.content.decode().count("замер 44") == 1
    seen, before = set(), None
    while True:
        found = history.changes_of(maria, olga, before=before)
        seen |= {row.after for change in found.changes for row in change.rows}
        if not found.before:
            break
        before = clock.datetime.fromisoformat(found.before)
    assert {f"замер {number}" for number in range(45)} <= seen


def test_the_page_of_a_day(login):
    olga, maria = given.employee(), given.client("Мария")
    url = reverse("clients:history", args=[maria.pk])

    page = login(olga).get(url, {"on": clock.today().isoformat()}).content.decode()
    assert "Мария" in page
    before = login(olga).get(url, {"on": "2020-01-01"}).content.decode()
    assert "карточки ещё не было" in before


def test_the_days_of_a_deferral_are_told_only_where_there_is_one():
    olga, maria = given.employee(), given.client()

    def labels(rows):
        return {row.what: row.after for row in rows}

    standing = labels(history.stood_on(maria, olga, clock.today()))
    assert not [what for what in standing if "отсроч" in what.lower()]
    assert not [row for row in told(maria, olga) if "отсроч" in row[1].lower()]

    Client.objects.filter(pk=maria.pk).update(deferral_days=10)
    Client.objects.filter(pk=maria.pk).update(deferral_unit="days")

    agreed = [row[1:] for row in told(maria, olga, field="deferral_days")]
    assert agreed == [
        ("Дни отсрочки", "рабочие дни", "календарные дни"),
        ("Отсрочка оплаты, дней", "0", "10"),
        ("Дни отсрочки", "", "рабочие дни"),
    ]


def test_of_a_card_that_is_older_than_its_history_the_page_says_so(login):
    olga, maria = given.employee(), given.client("Мария")
    old = given.client("Вера", "+7 916 000-00-00", created_at=clock.now() - timedelta(days=400))
    for model in (Client, ClientPhone):
        model.pgh_event_model.objects.filter(pgh_label="insert").delete()
    Client.objects.filter(pk=old.pk).update(note="VIP")
    browser = login(olga)

    def page(client, days_ago):
        asked = {"on": (clock.today() - timedelta(days=days_ago)).isoformat()}
        url = reverse("clients:history", args=[client.pk])
        return browser.get(url, asked).content.decode()

    assert "ничего не сохранено" in page(maria, 0)
    assert "карточки ещё не было" in page(maria, 1)
    assert "карточки ещё не было" in page(old, 401)
    assert f"история ведётся с {clock.today():%d.%m.%Y}" in page(old, 300)
    today = page(old, 0)
    assert "VIP" in today
    assert "Карточка старше своей истории" in today
    assert told(old, olga) == [(None, "Клиент", "неизвестно", "изменено")]


def test_a_phone_without_history_makes_the_card_of_a_day_incomplete(login):
    olga, maria = given.employee(), given.client("Мария")
    url = reverse("clients:history", args=[maria.pk])
    asked = {"on": clock.today().isoformat()}
    assert "старше своей истории" not in login(olga).get(url, asked).content.decode()

    ClientPhone.pgh_event_model.objects.all().delete()

    assert "старше своей истории" in login(olga).get(url, asked).content.decode()


def test_who_does_not_see_clients_sees_no_history(login):
    url = reverse("clients:history", args=[given.client().pk])

    assert login(given.employee("worker")).get(url).status_code == 403
