"""The whole base is searched as long work: groups with reasons, each proposed once."""

import pytest
from django.urls import reverse

from clients import actions
from clients.duplicates import searching
from clients.duplicates.lifecycle import Status
from clients.models import Client, DuplicateGroup, DuplicatePair
from core import jobs
from core.models import Job
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return given.employee("commercial")


@pytest.fixture
def twins(chief):
    for number in range(40):
        given.client(f"Клиент{number} Номер{number}", f"8 916 200-00-{number:02}", by=chief)
    return [
        given.client("Семёнова Алёна Игоревна", "8 916 111-22-33", by=chief),
        given.client("Semenova Alena", "8 916 111-22-33", by=chief),
    ]


def search(by):
    class Progress:
        def say(self, *said):
            pass

    searching.run(Job(checkpoint={}), Progress())
    return DuplicateGroup.objects.all()


def test_who_looks_alike_is_one_group_with_reasons(chief, twins):
    group = search(chief).get()

    pair = group.pairs.get()
    assert [pair.first, pair.second] == twins
    assert set(pair.reasons) == {"like_name", "phone"}
    assert group.score > 80
    assert group.title == "Семёнова Алёна Игоревна, Semenova Alena"


def test_a_second_search_doubles_nothing(chief, twins):
    before = list(search(chief).values())

    assert list(search(chief).values()) == before


def test_what_was_rejected_is_never_proposed_again(chief, twins):
    actions.reject_duplicates(search(chief).get(), by=chief)

    assert [group.status for group in search(chief)] == [Status.REJECTED]


def test_what_does_not_look_alike_any_more_is_forgotten(chief, twins):
    search(chief)
    actions.write_phones(twins[1], "8 916 999-00-00")
    Client.objects.filter(pk=twins[1].pk).update(name="Совсем Другая")

    assert not search(chief).exists()


def test_merged_the_group_is_done_and_undone_it_is_open(chief, twins):
    group = search(chief).get()

    done = actions.merge(*twins, by=chief)
    group.refresh_from_db()
    assert group.status == Status.MERGED

    actions.undo_merge(done, by=chief)
    group.refresh_from_db()
    assert group.status == Status.NEW
    assert group.pairs.count() == 1


def test_of_three_the_third_is_compared_with_the_one_that_stays(chief, twins):
    third = given.client("Семенова Алена", "8 916 111-22-33", by=chief)
    group = search(chief).get()
    assert group.size == 3

    done = actions.merge(*twins, by=chief)

    pair = group.pairs.get()
    assert (pair.first, pair.second) == (twins[0], third)
    actions.undo_merge(done, by=chief)
    assert DuplicatePair.objects.count() == 3


def test_a_family_with_one_phone_is_no_duplicate(chief, twins):
    Client.objects.filter(pk=twins[1].pk).update(name="Семёнов Олег Игоревич")
    for name in ("Олег", "Алёна"):
        for number in range(5):
            given.client(f"Прохожий{number} {name}", "", by=chief)

    assert not search(chief).exists()


def test_the_search_is_started_from_the_list_and_goes_on_after_a_stop(chief, twins, login):
    browser = login(chief)
    job = Job.objects.create(
        kind=searching.KIND.code,
        state=Job.State.STOPPED,
        checkpoint={"round": searching.ROUNDS, "since": "2026-01-01T00:00:00+00:00"},
        by=chief,
        created_at=twins[0].created_at,
        touched_at=twins[0].created_at,
    )

    answer = browser.post(reverse("clients:search_duplicates"))

    begun = Job.objects.exclude(pk=job.pk).get()
    assert answer.headers["Location"] == reverse("core:job", args=[begun.pk])
    assert begun.checkpoint["round"] == searching.ROUNDS


def test_the_group_shows_the_cards_and_is_rejected_or_looked_at_again(chief, twins, login):
    browser, group = login(chief), search(chief).get()

    assert group.title in browser.get(reverse("clients:duplicates")).content.decode()
    page = browser.get(group.get_absolute_url()).content.decode()
    assert reverse("clients:merge", args=[twins[0].pk, twins[1].pk]) in page
    assert "тот же телефон" in page

    browser.post(reverse("clients:reject_duplicates", args=[group.pk]))
    group.refresh_from_db()
    assert group.status == Status.REJECTED
    browser.post(reverse("clients:reopen_duplicates", args=[group.pk]))
    group.refresh_from_db()
    assert group.status == Status.NEW


def test_whoever_waited_for_the_search_is_led_to_what_it_found(login, chief, twins):
    browser = login(chief)

    browser.post(reverse("clients:search_duplicates"))
    job = Job.objects.get()
    jobs.run_job(job.pk)

    page = browser.get(reverse("core:job", args=[job.pk])).content.decode()
    assert f'href="{reverse("clients:duplicates")}"' in page
