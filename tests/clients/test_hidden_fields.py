"""A role that does not read a field of clients finds it nowhere."""

import io
import re
import zipfile
from decimal import Decimal

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse

from clients import actions
from clients.attributes import attributes, hideable
from clients.importing.fields import fields
from clients.models import Client, ClientSummary, Requisites, Segment
from clients.segments import Group, matching
from company.models import OwnField
from core import documents, registry
from core.lists.export import file_of
from crm.access import ROLES
from orders.figures import refresh_all
from tests import given
from tests.access import TABLE
from tests.access_world import World

pytestmark = pytest.mark.django_db

NUMBER, DIGITS = "+7 926 411-72-93", "9264117293"
PERSONS, PERSONS_DIGITS = "+7 926 882-05-14", "9268820514"
EMAIL, HANDLE = "skrytaya@pochta.example", "@skrytaya_zerkala"
HIDDEN = ["phone", "email", "messengers"]
PAGES = [row for row in TABLE if row.method == "GET"]


def blind(*hidden, role="director", **more):
    """A director who does not read these fields."""
    rights = given.role(role).rights
    return given.employee(
        role=given.role(rights=rights, scope="all", hidden_fields=[*hidden], **more)
    )


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), World.built() as built:
        everything = {"phone_text": NUMBER, "email": EMAIL}
        reach = {"emails": [EMAIL], "messengers": [("telegram", HANDLE)], "addresses": []}
        for card in (built.client, built.twin):
            card.refresh_from_db()
            by = built.people["director"]
            actions.change(card, by=by, version=card.version, reach=reach, **everything)
        actions.change_person(
            built.person,
            by=built.people["director"],
            name="Ирина",
            email=EMAIL,
            phone_text=PERSONS,
            reach={"emails": [EMAIL], "messengers": [("telegram", HANDLE)]},
        )
        built.printed = given.ready_order(of=built.client, by=built.people["manager"])
        built.blind = blind(*HIDDEN)
        yield built


def text_of(answer) -> str:
    body = answer.getvalue() if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if "pdf" in kind and len(body) > 1000:
        return "\n".join(
            page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(body)
        )
    if "sheet" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return "\n".join(book.read(name).decode() for name in book.namelist())
    return body.decode(errors="ignore")


def found_in(text) -> list[str]:
    """What of the hidden reach stands in the text, in whatever writing."""
    digits = re.sub(r"[\s()\u00a0\u2011-]", "", text)
    return [each for each in (DIGITS, PERSONS_DIGITS, EMAIL, HANDLE) if each in digits]


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_no_page_shows_it(world, row):
    browser = world.browser(world.blind)
    answer = world.ask(row, client=browser, person=world.blind)
    assert found_in(text_of(answer)) == []


def test_the_same_pages_show_it_to_others(world):
    """So that the test above can fail."""
    director = world.people["director"]
    seen = set()
    for row in PAGES:
        answer = world.ask(row, client=world.browser(director), person=director)
        seen |= {(each, row.name) for each in found_in(text_of(answer))}
    pages = {name for _found, name in seen}
    assert {each for each, _name in seen} == {DIGITS, PERSONS_DIGITS, EMAIL, HANDLE}
    assert pages >= {
        "clients:index",
        "clients:card",
        "clients:edit",
        "clients:edit_person",
        "clients:duplicate_group",
        "orders:card",
        "core:list_export",
        "interactions:card",
    }


def test_a_paper_that_prints_it_is_not_for_them(world):
    for kind, is_kept_from in (("work_order", True), ("receipt", False)):
        paper = documents.latest(kind, world.printed)
        url = reverse("core:document", args=[paper.pk])
        answers = [world.browser(who).get(url) for who in (world.people["director"], world.blind)]
        assert [each.status_code for each in answers] == [200, 403 if is_kept_from else 200]
        assert (DIGITS in found_in(text_of(answers[0]))) == is_kept_from


@pytest.mark.parametrize("file_format", ["csv", "xlsx", "vcf"])
def test_no_export_holds_it(world, file_format):
    list_ = registry.lists["clients"](world.blind, QueryDict())
    file, _name = file_of(list_, list_.queryset, file_format)
    body = file.read()
    if file_format == "xlsx":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"".join(book.read(name) for name in book.namelist())
    assert found_in(body.decode(errors="ignore")) == []


def test_a_number_finds_nobody(world, login):
    for text in (NUMBER, DIGITS[-4:], DIGITS):
        assert not Client.objects.visible_to(world.blind).found_by(text).exists()
        assert Client.objects.visible_to(world.people["director"]).found_by(text).exists()
    calls = registry.lists["interactions"]
    typed = QueryDict(f"text={DIGITS}")
    assert calls(world.people["director"], typed).queryset.exists()
    assert not calls(world.blind, typed).queryset.exists()
    for page, name in (
        ("orders:find_client", "phone"),
        ("clients:find", "q"),
        ("core:search", "q"),
    ):
        answer = world.browser(world.blind).get(reverse(page), {name: DIGITS})
        assert world.client.name not in text_of(answer), page


def test_segments_do_not_ask_for_it(world):
    condition = given.condition("phone", "contains", "411")
    director = world.people["director"]
    shared = given.segment(condition, by=director, is_shared=True, name="С номером")
    assert "phone" not in attributes(world.blind)
    assert shared in Segment.objects.visible_to(director)
    assert shared not in Segment.objects.visible_to(world.blind)
    with pytest.raises(ValidationError):
        matching(Group(parts=[condition]), attributes(world.blind))


def test_saving_a_form_leaves_what_is_hidden_as_it_is(world):
    card, browser = world.client, world.browser(world.blind)
    url = reverse("clients:edit", args=[card.pk])
    card.refresh_from_db()
    form = browser.get(url).context["form"]
    assert not {"phone", "email", "more_phones", "more_emails", "messengers"} & set(form.fields)
    typed = {"name": "Новое имя", "kind": "person", "sector": "consumer", "is_client": "on"}
    typed |= {"responsible": card.responsible_id, "version": card.version, "discount_percent": "0"}
    typed |= {"price_level": card.price_level, "phone": "+7 999 000-00-00", "email": "x@y.ru"}
    assert browser.post(url, typed).status_code == 302

    card.refresh_from_db()
    assert (card.name, card.email) == ("Новое имя", EMAIL)
    assert [each.e164 for each in card.phones.filter(person=None)] == [f"+7{DIGITS}"]
    assert card.messengers.filter(person=None).get().handle == HANDLE


def test_a_file_brings_in_no_hidden_field(world):
    codes = {field.code for field in fields(world.blind)}
    assert not {"phone", "email"} & codes
    assert {"phone", "email"} <= {field.code for field in fields(world.people["director"])}


def test_figures_own_fields_and_requisites_hide_too(login):
    size = OwnField.objects.create(model="clients.client", label="Размер", kind="text")
    card = given.client("Тайная", own={size.code: "секрет-48"}, note="записано-в-тайне")
    Requisites.objects.create(client=card, inn="7707083893")
    given.order(of=card, paid=Decimal(100))
    refresh_all()
    debt = ClientSummary.objects.get(client=card).debt_sum
    assert debt
    person = blind(f"own.{size.code}", "inn", "debt_sum", "note", "ordered_sum")
    browser = login(person)
    shown, index = (
        browser.get(url).content.decode()
        for url in (card.get_absolute_url(), reverse("clients:index"))
    )
    for said in ("секрет-48", "7707083893", "записано-в-тайне"):
        assert (
            said in login(given.employee("director")).get(card.get_absolute_url()).content.decode()
        )
        assert said not in shown
    assert "debt_sum" not in index
    columns = {column.code for column in registry.lists["clients"](person, QueryDict()).columns}
    assert not {"debt_sum", "ordered_sum"} & columns
    assert not {f"own.{size.code}", "inn", "debt_sum"} & set(attributes(person))


def test_the_role_s_page_offers_every_field_and_keeps_the_choice(login):
    role = given.role(rights=["clients.view_client"])
    url = reverse("company:role", args=[role.pk])
    browser = login(given.employee("director"))
    page = browser.get(url).content.decode()
    assert all(f'value="{code}"' in page for code, _label in hideable())
    typed = {"name": role.name, "scope": "department", "discount_limit": "0"}
    typed |= {"home": "clients:index", "rights": ["clients.view_client"]}
    answer = browser.post(url, {**typed, "hidden_fields": ["phone", "debt_sum"]})
    assert answer.status_code == 302, answer.context["form"].errors
    role.refresh_from_db()
    assert (role.scope, role.hidden_fields) == ("department", ["phone", "debt_sum"])


def test_nothing_is_hidden_by_default():
    assert {tuple(given.role(code).hidden_fields) for code in ROLES} == {()}
