"""The act of acceptance: one for each visit, with what a primary document must have."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from company.models import Firm
from core import documents
from core.models import Document
from core.words import rubles_in_words
from orders import actions
from orders.models import HandOver
from tests import given, paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def olga():
    return given.employee("manager", last_name="Ольшанская", post="менеджер")


def acts_of(order):
    return [Document.objects.of(visit).get() for visit in order.hand_overs.order_by("pk")]


def words_of(act):
    return re.sub(r"\s+", " ", paper.words_of(documents.pdf_of(act)).replace("\xa0", " "))


def hand_over(order, by, **how):
    return actions.hand_over(order, by=by, amount=how.pop("amount", order.debt), **how)


def test_it_has_what_a_primary_document_must_have(olga):
    order = given.ready_order(by=olga, paid=1000)

    hand_over(order, olga)

    [act] = acts_of(order)
    words, firm = words_of(act), Firm.get()
    for due in [
        f"Акт № {order.number}-1",
        "сдачи-приёмки выполненных работ",
        f"от {timezone.localdate():%d.%m.%Y}",
        firm.legal_name,
        firm.inn,
        "Зеркало серебро 4 мм",
        "1 шт. 1 768,00 1 768,00",
        rubles_in_words(Decimal(1768)),
        "В том числе НДС 22 %",
        "менеджер Ольшанская",
        "Мария Светлова",
        "претензий по объёму, качеству и срокам заказчик не имеет",
        "оплачен полностью",
        "М.П.",
    ]:
        assert due in words, due


def test_each_visit_has_the_act_of_its_pieces(olga):
    order = given.ready_order(given.mirror(), given.mirror(500, 500), by=olga)
    first, second = order.positions.all()

    hand_over(order, olga, positions=[first.pk], amount=first.total)
    order.refresh_from_db()
    hand_over(order, olga)

    early, late = acts_of(order)
    assert [each.number for each in (early, late)] == [f"{order.number}-1", f"{order.number}-2"]
    assert [Decimal(each.content["total"]) for each in (early, late)] == [first.total, second.total]
    assert f"остаётся передать: 2. {second.title}" in words_of(early)
    assert "передано всё" in words_of(late)


def test_what_the_client_remarked_and_signed_stands_on_it(olga):
    order = given.ready_order(by=olga)
    picture = BytesIO()
    Image.new("RGB", (40, 20), "black").save(picture, "PNG")
    signature = SimpleUploadedFile("s.png", picture.getvalue())

    hand_over(order, olga, note="Скол на ребре", signature=signature, place=HandOver.Place.CLIENT)

    [act] = acts_of(order)
    words = words_of(act)
    assert "Заказчик отметил: Скол на ребре" in words
    assert "подписано на экране" in words
    assert "Место сдачи у заказчика" in words
    assert act.content["signature"].startswith("data:image/png")


def test_a_debt_is_said(olga):
    order = given.ready_order(by=olga, paid=1000)
    actions.allow_debt(order, by=given.employee("director"))

    hand_over(order, olga, amount=Decimal(0))

    assert "оплачено 1 000,00 ₽, к оплате остаётся 768,00 ₽" in words_of(acts_of(order)[0])


def test_a_hundred_positions_break_between_rows_and_the_sum_stands_with_the_last(olga):
    order = given.ready_order(*[given.mirror()] * 60, by=olga)

    hand_over(order, olga)

    pages = paper.pages_of(documents.pdf_of(acts_of(order)[0]))
    assert len(pages) > 1
    assert f"стр. {len(pages)} из {len(pages)}" in pages[-1].replace("\xa0", " ")
    assert "Итого" in pages[-1]
    assert "60" in pages[-1]


def test_it_is_printed_again_as_it_was(login, olga):
    order = given.ready_order(by=olga)
    hand_over(order, olga)
    [act] = acts_of(order)
    first = documents.pdf_of(act)
    Firm.objects.update(legal_name="ООО «Другая»")

    again = login(olga).get(reverse("core:document", args=[act.pk]))

    assert again.content == first


def test_it_stands_with_the_papers_of_the_order_and_is_sent_like_them(login, olga):
    order = given.ready_order(by=olga)
    hand_over(order, olga)
    [act] = acts_of(order)
    browser = login(olga)

    page = browser.get(order.get_absolute_url()).content.decode()
    sending = browser.get(reverse("orders:send_document", args=[order.pk, act.pk]))

    assert reverse("core:document", args=[act.pk]) in page
    assert sending.status_code == 200


def test_another_office_does_not_see_it(login, olga):
    order = given.ready_order(by=olga)
    hand_over(order, olga)
    stranger = given.employee("manager", office=given.office("Офис на Соколе"))

    answer = login(stranger).get(reverse("core:document", args=[acts_of(order)[0].pk]))

    assert answer.status_code == 404
