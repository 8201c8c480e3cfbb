"""What an organisation takes away comes with a delivery note, what is done for it with an act."""

import re

import pytest
from django.urls import reverse

from company.models import Firm
from core import documents
from core.models import Document
from core.words import rubles_in_words
from orders import actions
from tests import given, paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee("manager", last_name="Ольшанская", post="менеджер")


@pytest.fixture
def romashka(olga):
    return given.organisation(by=olga)


def handed_over(*specs, by, of):
    order = given.ready_order(*specs, by=by, of=of)
    return actions.hand_over(order, by=by, amount=order.debt)


def carried_out(*, by, of):
    order = given.order(given.measuring(), by=by, of=of)
    return actions.hand_over(order, by=by, amount=order.debt)


def papers_of(order):
    found = Document.objects.of(order.hand_overs.get())
    return {each.kind: each for each in found}


def words_of(document):
    return re.sub(r"\s+", " ", paper.words_of(documents.pdf_of(document)).replace("\xa0", " "))


def test_pieces_go_with_a_note_and_services_with_an_act(olga, romashka):
    order = handed_over(given.mirror(), given.goods(), given.delivery(), by=olga, of=romashka)

    papers = papers_of(order)

    assert set(papers) == {"delivery_note", "act"}
    titles = {kind: [row["title"] for row in each.content["positions"]]
              for kind, each in papers.items()}  # fmt: skip
    assert [title.split(",")[0] for title in titles["delivery_note"]] == [
        "Зеркало серебро 4 мм",
        "Держатели для зеркала",
    ]
    assert titles["act"] == ["Доставка по городу"]
    parts = [papers[kind].content["total"] for kind in papers]
    assert sum(map(float, parts)) == float(order.total)


def test_only_pieces_need_no_act(olga, romashka):
    assert set(papers_of(handed_over(given.mirror(), by=olga, of=romashka))) == {"delivery_note"}


def test_only_services_need_no_note(olga, romashka):
    assert set(papers_of(carried_out(by=olga, of=romashka))) == {"act"}


def test_a_private_person_signs_one_act_for_all(olga):
    order = handed_over(given.mirror(), given.delivery(), by=olga, of=given.client(by=olga))

    [act] = papers_of(order).values()
    assert act.kind == "act"
    assert len(act.content["positions"]) == 2


def test_the_note_has_what_a_primary_document_must_have(olga, romashka):
    order = handed_over(given.mirror(), by=olga, of=romashka)

    words, firm = words_of(papers_of(order)["delivery_note"]), Firm.get()

    for due in [
        f"Товарная накладная № {order.number}-1",
        f"наряд-заказ № {order.number}",
        f"Поставщик {firm.legal_name}, ИНН {firm.inn}, КПП {firm.kpp}, {firm.legal_address}",
        "Покупатель ООО «Ромашка», ИНН 7700000009, КПП 770001001, Москва, ул. Лесная, 5",
        "1 шт. 1 768,00 1 768,00",
        rubles_in_words(order.total),
        "В том числе НДС 22 %",
        "Отпущено мест (изделий): 1, масса",
        "Отпуск разрешил, отпустил",
        "менеджер Ольшанская",
        "Груз получил",
        "М.П.",
    ]:
        assert due in words, due


def test_the_act_of_an_organisation_carries_its_requisites(olga, romashka):
    order = carried_out(by=olga, of=romashka)

    words = words_of(papers_of(order)["act"])

    assert "Заказчик ООО «Ромашка», ИНН 7700000009, КПП 770001001" in words
    assert f"Исполнитель {Firm.get().legal_name}, ИНН" in words


def test_it_stands_with_the_papers_of_the_order_and_is_sent_like_them(login, olga, romashka):
    order = handed_over(given.mirror(), by=olga, of=romashka)
    note = papers_of(order)["delivery_note"]
    browser = login(olga)

    page = browser.get(order.get_absolute_url()).text

    assert reverse("core:document", args=[note.pk]) in page
    assert reverse("orders:make_acts", args=[order.pk]) not in page
    assert browser.get(reverse("orders:send_document", args=[order.pk, note.pk])).status_code == 200


def test_lacking_papers_of_a_visit_are_made_afterwards(olga, romashka):
    order = handed_over(given.mirror(), given.delivery(), by=olga, of=romashka)
    Document.objects.of(order.hand_overs.get()).delete()

    made = actions.make_acts(order, by=olga)

    assert {each.kind for each in made} == {"delivery_note", "act"}
    assert actions.make_acts(order, by=olga) == []


def test_what_it_says_stays_when_the_requisites_change(olga, romashka):
    note = papers_of(handed_over(given.mirror(), by=olga, of=romashka))["delivery_note"]
    first = documents.pdf_of(note)
    romashka.requisites.legal_name = "ООО «Лютик»"
    romashka.requisites.save()

    assert documents.pdf_of(note) == first
    assert note.content["payer"]["name"] == "ООО «Ромашка»"
