"""Contact persons: who takes part in a purchase, how they are reached, how we stand with them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients import actions
from clients.models import Client, ContactPerson, RelationLevel
from core import clock
from tests import given

pytestmark = pytest.mark.django_db
Level = RelationLevel.Level
TYPED = {
    "name": "Ирина  Белова",
    "post": "Директор салона",
    "part": "decides",
    "relation": "4",
    "phones": "8 916 111-22-33 доб. 5\n+7 495 222-33-44",
    "email": "irina@salon.ru",
    "birthday": "1984-03-08",
    "messengers": "Телеграм @irina",
}


@pytest.fixture
def salon():
    return given.client("Салон «Белый дом»", "+7 495 123-45-67", kind=Client.Kind.ORGANISATION)


def add_url(client):
    return reverse("clients:add_person", args=[client.pk])


def edit_url(person):
    return reverse("clients:edit_person", args=[person.client_id, person.pk])


def test_a_person_is_added_with_part_numbers_and_relation(login, salon):
    login(given.employee()).post(add_url(salon), TYPED)

    irina = ContactPerson.objects.get()
    assert (irina.name, irina.part) == ("Ирина Белова", "decides")
    assert [str(phone) for phone in irina.phones.all()] == [
        "+7 916 111-22-33, доб. 5",
        "+7 495 222-33-44",
    ]
    assert irina.relation_levels.get().level == Level.TRUST
    assert str(irina.messengers.get()) == "Telegram: @irina"
    assert salon.main_phone.e164 == "+74951234567"


def test_the_card_of_the_client_shows_its_people(login, salon):
    olga = given.employee()
    login(olga).post(add_url(salon), TYPED)

    page = login(olga).get(salon.get_absolute_url()).content.decode()

    for said in ("Ирина Белова", "Директор салона", "+7 495 222-33-44", "Доверие"):
        assert said in page, said


def test_the_organisation_is_found_by_the_number_of_its_person(login, salon):
    login(given.employee()).post(add_url(salon), TYPED)

    assert list(Client.objects.found_by("222-33-44")) == [salon]


def test_saving_the_client_leaves_its_peoples_numbers(login, salon):
    olga = given.employee()
    irina = actions.add_person(salon, by=olga, name="Ирина", phone_text="89161112233")

    actions.change(salon, by=olga, version=1, phone_text="84951234567", note="Новое")

    assert irina.phones.get().e164 == "+79161112233"


def test_the_relation_is_kept_with_its_days(login, salon):
    olga = given.employee()
    with clock.at(clock.now() - timedelta(days=30)):
        irina = actions.add_person(salon, by=olga, name="Ирина", relation=Level.UNKNOWN)

    actions.note_relation(irina, by=olga, level=Level.BUSINESS, note="Первый заказ")
    assert actions.note_relation(irina, by=olga, level=Level.BUSINESS) is None

    assert [level.level for level in irina.relation_levels.all()] == [Level.BUSINESS, Level.UNKNOWN]
    page = login(olga).get(edit_url(irina)).content.decode()
    assert "Первый заказ" in page


def test_faulty_input_is_said_and_nothing_is_lost(login, salon):
    answer = login(given.employee()).post(
        add_url(salon),
        TYPED | {"phones": "позвонить вечером", "more_emails": "irina@", "birthday": "0984-01-01"},
    )

    assert answer.status_code == 422
    assert {"phones", "more_emails", "birthday"} == set(answer.context["form"].errors)
    assert "Директор салона" in answer.content.decode()
    assert not ContactPerson.objects.exists()


def test_a_person_of_another_client_is_not_found(login, salon):
    olga = given.employee()
    irina = actions.add_person(salon, by=olga, name="Ирина")
    url = reverse("clients:edit_person", args=[given.client().pk, irina.pk])

    assert login(olga).get(url).status_code == 404


def test_the_form_shows_what_is_kept_and_keeps_it(login, salon):
    olga = given.employee()
    login(olga).post(add_url(salon), TYPED)
    irina = ContactPerson.objects.get()

    form = login(olga).get(edit_url(irina)).context["form"]
    login(olga).post(edit_url(irina), {name: form[name].value() or "" for name in form.fields})

    assert irina.phones.count() == 2
    assert irina.messengers.get().handle == "@irina"
    assert irina.relation_levels.count() == 1
