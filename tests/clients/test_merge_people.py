"""Two contact persons are one human: within an organisation, and of two of them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients import actions
from clients.duplicates.people import alike
from clients.models import Client, ContactPerson, DifferentPeople
from core.errors import Refused
from interactions.models import Interaction
from tests import given

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return given.employee("commercial")


@pytest.fixture
def firm(chief):
    return given.client("ООО Ромашка", "8 495 100-00-00", by=chief, kind="organisation")


@pytest.fixture
def irina(firm, chief):
    return given.contact_person(
        firm, "Белова Ирина", by=chief, phone_text="8 916 111-22-33", email="i@romashka.ru"
    )


@pytest.fixture
def again(firm, chief):
    """Entered a second time, by the initial and with a post."""
    return given.contact_person(
        firm,
        "Белова И.",
        by=chief,
        phone_text="8 916 111-22-33\n8 916 444-55-66",
        email="belova@mail.ru",
        post="Закупки",
        birthday=date(1985, 3, 17),
        relation=4,
    )


def pairs():
    return [{pair.first, pair.second} for pair in alike(Client.objects.all())]


def test_a_shared_number_and_an_agreeing_name_propose_them(irina, again):
    (pair,) = alike(Client.objects.all())

    assert {pair.first, pair.second} == {irina, again}
    assert str(pair.why) == "тот же телефон"


def test_the_number_of_the_office_alone_proposes_nobody(firm, irina, chief):
    given.contact_person(firm, "Седов Пётр", by=chief, phone_text="8 916 111-22-33")

    assert pairs() == []


def test_who_has_moved_to_another_organisation_is_proposed_too(irina, chief):
    other = given.client("ООО Лютик", "8 495 200-00-00", by=chief, kind="organisation")
    moved = given.contact_person(other, "Ирина Белова", by=chief, phone_text="8 916 111-22-33")

    assert pairs() == [{irina, moved}]


def test_different_people_are_never_proposed_again(irina, again, chief):
    actions.tell_people_apart(again, irina, by=chief)
    actions.tell_people_apart(irina, again, by=chief)

    assert pairs() == []
    assert DifferentPeople.objects.count() == 1


def test_one_takes_what_the_other_has(irina, again, chief):
    met = given.planned_call(irina.client, by=chief, people=[again])

    actions.merge_people(irina, again, by=chief)

    irina.refresh_from_db()
    assert (irina.name, irina.post, irina.birthday) == (
        "Белова Ирина", "Закупки", date(1985, 3, 17)
    )  # fmt: skip
    assert [phone.e164 for phone in irina.phones.order_by("pk")] == ["+79161112233", "+79164445566"]
    assert irina.phones.filter(is_main=True).count() == 1
    assert irina.email == "i@romashka.ru"
    assert list(irina.emails.values_list("email", flat=True)) == ["belova@mail.ru"]
    assert irina.relation_levels.get().level == 4
    assert Interaction.objects.get(pk=met.pk).participants.get().person == irina
    assert not ContactPerson.objects.filter(pk=again.pk).exists()


def test_undone_both_are_as_they_were(irina, again, chief):
    before = [rows(), numbers()]

    done = actions.merge_people(
        irina, again, by=chief, choices={"name": "gone", "email": "gone", "note": "both"}
    )
    irina.refresh_from_db()
    assert (irina.name, irina.email) == ("Белова И.", "belova@mail.ru")
    left = actions.undo_person_merge(done, by=chief)

    assert left == 0
    assert [rows(), numbers()] == before


def rows():
    return list(
        ContactPerson.objects.order_by("pk").values_list(
            "pk", "client", "name", "post", "part", "birthday", "email", "note", "left_on"
        )
    )


def numbers():
    return sorted(
        (phone.e164, phone.client_id, phone.person_id or 0)
        for client in Client.objects.all()
        for phone in client.phones.all()
    )


def test_of_two_organisations_everything_goes_to_the_one_that_stays(irina, chief):
    other = given.client("ООО Лютик", "8 495 200-00-00", by=chief, kind="organisation")
    moved = given.contact_person(other, "Ирина Белова", by=chief, phone_text="8 916 777-88-99")

    done = actions.merge_people(moved, irina, by=chief)

    assert {phone.client for phone in moved.phones.all()} == {other}
    assert [phone.e164 for phone in irina.client.phones.all()] == ["+74951000000"]
    actions.undo_person_merge(done, by=chief)
    assert {phone.client for phone in irina.phones.all()} == {irina.client}


def test_it_is_not_undone_while_the_client_is_gone(irina, chief):
    other = given.client("ООО Лютик", "8 495 200-00-00", by=chief, kind="organisation")
    moved = given.contact_person(other, "Ирина Белова", by=chief)
    done = actions.merge_people(moved, irina, by=chief)
    actions.merge(other, irina.client, by=chief)

    with pytest.raises(Refused, match="отмените"):
        actions.undo_person_merge(done, by=chief)


def test_it_needs_the_right(irina, again):
    with pytest.raises(PermissionDenied):
        actions.merge_people(irina, again, by=given.employee("manager"))


def test_the_pages(login, irina, again, chief):
    browser = login(chief)
    listed = browser.get(reverse("clients:alike_people"))
    merge = reverse("clients:merge_people", args=[irina.pk, again.pk])
    assert f"{irina.pk}/merge-people/{again.pk}" in listed.text or merge in listed.text
    assert "Белова И." in browser.get(merge).text

    assert browser.post(merge, {"name": "gone"}).url == irina.client.get_absolute_url()

    irina.refresh_from_db()
    assert irina.name == "Белова И."
    page = browser.get(reverse("clients:edit_person", args=[irina.client.pk, irina.pk]))
    undo = reverse("clients:undo_person_merge", args=[irina.merges.get().pk])
    assert undo in page.text
    browser.post(undo)
    assert ContactPerson.objects.count() == 2


def test_the_list_costs_the_same_however_many_stand_in_it(
    login, irina, again, chief, django_assert_max_num_queries
):
    for number in range(5):
        given.contact_person(
            irina.client, f"Белова Ирина {number}", by=chief, phone_text="8 916 111-22-33"
        )
    browser = login(chief)

    with django_assert_max_num_queries(8):
        browser.get(reverse("clients:alike_people"))
