import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients import actions
from clients.models import Client
from core.errors import Refused
from tests import given

pytestmark = pytest.mark.django_db


def typed(**fields):
    return {"name": "Мария Светлова", "phone": "8 (912) 345-67-89", "kind": "person", **fields}


def test_a_client_needs_a_name_a_phone_and_a_source(login):
    olga, site = given.employee(), given.ad_source("Сайт")

    answer = login(olga).post(reverse("clients:add"), typed(ad_source=site.pk))

    maria = Client.objects.get()
    assert answer.url == maria.get_absolute_url()
    assert (maria.name, maria.ad_source, maria.responsible) == ("Мария Светлова", site, olga)
    assert maria.main_phone.e164 == "+79123456789"


def test_several_phones_are_kept_the_first_one_is_main():
    more = "8 495 123-45-67 доб. 12\n+44 20 7946 0958"
    maria = actions.add(by=given.employee(), name="Мария", phone_text=f"89123456789\n{more}")

    kept = [(phone.e164, phone.extension, phone.is_main) for phone in maria.phones.all()]
    assert kept == [
        ("+79123456789", "", True),
        ("+74951234567", "12", False),
        ("+442079460958", "", False),
    ]


def test_one_number_written_twice_is_one_number():
    both = "8 912 345-67-89\n+7 912 345 67 89"
    maria = actions.add(by=given.employee(), name="Мария", phone_text=both)

    assert maria.phones.count() == 1


def test_hidden_characters_do_not_get_into_the_name(login):
    login(given.employee()).post(reverse("clients:add"), typed(name="Ма\u202eрия \x07 Светлова"))

    assert Client.objects.get().name == "Мария Светлова"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "123-45-67"),
        ("phone", "нет"),
        ("name", "  "),
        ("more_phones", "8 912"),
        ("name", "\x00"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_lost(login, field, value):
    answer = login(given.employee()).post(
        reverse("clients:add"), typed(note="окно на кухне") | {field: value}
    )

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert "окно на кухне" in answer.content.decode()
    assert not Client.objects.exists()


def test_without_phone_and_mail_nobody_can_be_reached(login):
    answer = login(given.employee()).post(reverse("clients:add"), typed(phone=""))

    assert answer.status_code == 422


@pytest.mark.parametrize("phone", ["8 (912) 345-67-89", "+79123456789", "9123456789"])
def test_a_known_number_asks_before_a_second_client_is_made(login, phone):
    known = given.client("Маша", "8 912 345 67 89")

    answer = login(given.employee()).post(reverse("clients:add"), typed(phone=phone))

    assert answer.status_code == 422
    assert known.get_absolute_url() in answer.content.decode()
    assert Client.objects.count() == 1


def test_another_client_with_the_same_number_is_confirmed_by_a_word(login):
    given.client("Маша", "8 912 345 67 89")

    login(given.employee()).post(reverse("clients:add"), typed(is_another="yes"))

    assert Client.objects.count() == 2


def test_a_script_in_the_name_is_only_text(login):
    olga = given.employee()
    login(olga).post(reverse("clients:add"), typed(name="<script>alert(1)</script>"))

    page = login(olga).get(Client.objects.get().get_absolute_url()).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_name_of_nothing_but_signs_of_direction_is_refused():
    with pytest.raises(Refused):
        actions.add(by=given.employee(), name="\u202e \x00", phone_text="89123456789")


def test_only_who_may_adds(login):
    quality = given.employee("quality")

    assert login(quality).post(reverse("clients:add"), typed()).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.add(by=quality, name="Мария", phone_text="89123456789")


def test_the_form_begins_with_what_was_searched_for(login):
    page = login(given.employee()).get(reverse("clients:add"), {"phone": "89123456789"})

    assert "89123456789" in page.content.decode()
