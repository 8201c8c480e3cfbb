import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from clients import actions
from clients.models import Tag
from company.models import OwnField
from core.errors import Refused, Stale
from tests import given

pytestmark = pytest.mark.django_db


def typed(client, **fields):
    return {
        "name": client.name,
        "phone": "8 912 345-67-89",
        "kind": "person",
        "sector": "consumer",
        "is_client": "on",
        "responsible": client.responsible_id,
        "version": client.version,
        **fields,
    }


def test_a_client_is_changed(login):
    olga, maria = given.employee(), given.client("Мария")

    login(olga).post(
        reverse("clients:edit", args=[maria.pk]),
        typed(maria, name="Мария Светлова", address="Лесная, 5"),
    )

    maria.refresh_from_db()
    assert (maria.name, maria.address, maria.version) == ("Мария Светлова", "Лесная, 5", 2)
    assert maria.main_phone.e164 == "+79123456789"


def test_who_comes_second_sees_what_changed_and_loses_nothing(login, htmx):
    olga, maria = given.employee(), given.client("Мария")
    second_tab = typed(maria, address="Садовая, 7")
    actions.change(maria, by=olga, version=1, phone_text="89161234567", name="Мария Светлова")
    browser, url = login(olga), reverse("clients:edit", args=[maria.pk])

    answer = browser.post(url, second_tab, headers=htmx)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Мария Светлова" in page
    assert "Садовая, 7" in page
    maria.refresh_from_db()
    assert maria.address == ""

    browser.post(url, second_tab | {"version": answer.context["version"]}, headers=htmx)
    maria.refresh_from_db()
    assert maria.address == "Садовая, 7"


def test_a_faulty_form_does_not_hide_that_it_is_out_of_date(login):
    olga, maria = given.employee(), given.client("Мария")
    actions.change(maria, by=olga, version=1, phone_text="89161234567", address="Лесная, 5")
    maria.version = 1

    answer = login(olga).post(reverse("clients:edit", args=[maria.pk]), typed(maria, phone="нет"))

    assert (answer.status_code, answer.context["version"]) == (422, "1")


def test_the_refusal_names_only_what_differs():
    olga, maria = given.employee(), given.client("Мария", "8 916 123-45-67")
    actions.change(maria, by=olga, version=1, phone_text="89161234567", address="Лесная, 5")

    with pytest.raises(Stale) as refusal:
        actions.change(maria, by=olga, version=1, phone_text="", name="Маша")

    address, numbers = refusal.value.changes
    assert "Лесная, 5" in address
    assert "+7 916 123-45-67" in numbers


def test_the_form_shows_what_is_kept(login):
    maria = given.client("Мария", "8 912 345-67-89\n8 495 123-45-67 доб. 12", address="Лесная, 5")

    page = login(given.employee()).get(reverse("clients:edit", args=[maria.pk]))

    form = page.context["form"]
    assert form["phone"].value() == "+7 912 345-67-89"
    assert form["more_phones"].value().startswith("+7 495 123-45-67")
    assert form["address"].value() == "Лесная, 5"


def test_a_kept_extension_is_read_again():
    olga = given.employee()
    maria = given.client("Мария", "8 495 123-45-67 доб. 12")

    actions.change(maria, by=olga, version=1, phone_text=str(maria.main_phone))

    assert (maria.main_phone.e164, maria.main_phone.extension) == ("+74951234567", "12")


def test_terms_are_the_directors_business_and_within_their_limit(login):
    olga, chief, maria = given.employee(), given.employee("commercial"), given.client()

    with pytest.raises(PermissionDenied):
        actions.change(maria, by=olga, version=1, phone_text="", discount_percent=3)
    with pytest.raises(Refused, match="20"):
        actions.change(maria, by=chief, version=1, phone_text="", discount_percent=30)

    actions.change(maria, by=chief, version=1, phone_text="", discount_percent=15)
    assert maria.discount_percent == 15


def test_the_manager_sees_no_field_for_the_discount(login):
    page = login(given.employee()).get(reverse("clients:edit", args=[given.client().pk]))

    assert "discount_percent" not in page.context["form"].fields


def test_who_may_only_look_does_not_change(login):
    maria = given.client()

    answer = login(given.employee("quality")).post(
        reverse("clients:edit", args=[maria.pk]), typed(maria)
    )

    assert answer.status_code == 403


def test_a_card_has_several_ways_of_reaching_tags_and_the_firms_own_fields(login):
    olga, maria = given.employee(), given.client("Мария")
    designer = Tag.objects.create(name="Дизайнер")
    shops = OwnField.objects.create(label="Магазинов", kind=OwnField.Kind.NUMBER)

    page = (
        login(olga)
        .post(
            reverse("clients:edit", args=[maria.pk]),
            typed(
                maria,
                more_emails="zakaz@salon.ru\nbuh@salon.ru",
                messengers="Телеграм @maria\nWhatsApp +7 916 000-00-00",
                addresses="Лесная, 5\nПочта: 101000, Москва, а/я 7",
                tags=[designer.pk],
                is_supplier="on",
                **{f"own-{shops.code}": "3"},
            ),
            follow=True,
        )
        .content.decode()
    )

    maria.refresh_from_db()
    assert (maria.is_client, maria.is_supplier, maria.own) == (True, True, {shops.code: 3})
    assert [each.use for each in maria.addresses.all()] == ["delivery", "postal"]
    assert (maria.email, maria.emails.get().email) == ("zakaz@salon.ru", "buh@salon.ru")
    for said in ("buh@salon.ru", "@maria", "101000, Москва", "Дизайнер", "Магазинов", "поставщик"):
        assert said in page, said


def test_a_card_plays_some_part(login):
    olga, maria = given.employee(), given.client("Мария")

    answer = login(olga).post(
        reverse("clients:edit", args=[maria.pk]), {**typed(maria), "is_client": ""}
    )

    assert answer.status_code == 422
    assert "is_client" in answer.context["form"].errors
