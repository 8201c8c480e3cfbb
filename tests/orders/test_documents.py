"""The papers of an order: read as a client, an accountant and the workshop read them."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from catalog.models import Urgency
from catalog.spec import Work
from clients.models import Client
from company.models import Firm, VatRegime
from core import attachments, clock, documents
from core.words import rubles_in_words
from orders import actions
from orders.documents import work_order
from orders.work_orders.pricing import LineContent
from tests import given, paper
from tests.core import files

pytestmark = pytest.mark.django_db


def words_of(kind, order) -> str:
    printed = documents.pdf_of(documents.latest(kind, order))
    return re.sub(r"\s+", " ", paper.words_of(printed))


def pages_of(kind, order) -> list[str]:
    return paper.pages_of(documents.pdf_of(documents.latest(kind, order)))


def test_a_work_order_says_what_a_contract_of_household_work_must_say():
    order = given.order(paid=1000)

    words = words_of("work_order", order)

    firm, accepted = Firm.get(), timezone.localdate(order.accepted_at)
    for due in [
        f"Наряд-заказ № {order.number}",
        firm.legal_name,
        firm.inn,
        firm.ogrn,
        firm.legal_address,
        "Мария Светлова",
        "+7 916 123-45-67",
        "Зеркало серебро 4 мм",
        "0,48 м² × 2 400 ₽",
        accepted.strftime("%d.%m.%Y"),
        order.promised_on.strftime("%d.%m.%Y"),
        "12 мес. со дня выдачи",
        "№ 1514",
        "ст. 738 ГК РФ",
        "Внесён аванс 1 000,00 ₽, к доплате 768,00 ₽",
        "М.П.",
    ]:
        assert due in words.replace("\xa0", " "), due


def test_figures_words_and_screen_agree_to_the_kopeck():
    order = given.order(given.mirror(613, 777), given.mirror(500, 500), discount_percent=Decimal(3))

    for kind in ("work_order", "receipt"):
        words = words_of(kind, order).replace("\xa0", " ")
        figures = f"{order.total:,.2f}".replace(",", " ").replace(".", ",")
        assert f"Итого {figures}" in words
        assert rubles_in_words(order.total) in words


def test_the_workshop_reads_what_is_urgent_and_which_rule_was_set_aside():
    Urgency.objects.create(code="fast", name="Срочно, за 2 дня", factor=Decimal("1.3"))
    tempered = replace(given.mirror(), works=(Work("tempering"),), urgency="fast")
    aside = {"tempered_mirror": "клиент просит", "tempered_raw_edge": "клиент просит"}

    typed = replace(given.content(), lines=(LineContent(tempered, aside),))
    order = actions.take(typed, by=given.employee(), token=uuid4())

    words = words_of("work_order", order)
    assert words.count("срочно, за 2 дня") >= 2  # the client's copy and the workshop's
    assert words.count("закалка зеркала: клиент просит") == 2


def test_vat_follows_the_date_of_the_paper():
    VatRegime.objects.create(valid_from=clock.today(), percent=None)

    order = given.order()

    assert "Без налога (НДС)" in words_of("receipt", order)


def test_vat_is_the_sum_of_the_lines():
    order = given.order(given.mirror(613, 777), given.mirror(500, 500))

    vat = documents.latest("receipt", order).content["vat"]

    by_line = sum(position.vat_sum for position in order.positions.all())
    assert (vat["percent"], Decimal(vat["amount"])) == ("22", by_line)


def test_the_workshops_copy_has_neither_prices_nor_the_client():
    order = given.order(paid=1000)

    client_page, shop_page = pages_of("work_order", order)

    assert "экземпляр цеха" in shop_page
    assert "фацет 15 мм" in shop_page
    for secret in ("₽", "Мария", "916", "1 768", "768"):
        assert secret not in shop_page.replace("\xa0", " "), secret
    assert "Мария Светлова" in client_page


def test_goods_alone_need_no_workshops_copy():
    order = given.order(given.delivery())

    assert len(pages_of("work_order", order)) == 1


def test_a_receipt_names_the_work_order_and_the_seller():
    olga = given.employee("manager", last_name="Ольшанская", post="менеджер")
    order = given.order(by=olga)

    words = words_of("receipt", order)

    assert f"Товарный чек № {order.number}" in words
    assert f"к наряд-заказу № {order.number}" in words
    assert "Продавец: менеджер Ольшанская О." in words
    assert f"ИНН {Firm.get().inn}" in words


def test_a_calculation_is_an_offer_with_its_last_day():
    calculation = given.calculation()

    words = words_of("calculation", calculation)

    assert "Расчёт не является договором" in words
    assert "цены действуют по" in words
    assert calculation.office.phone in words


def test_a_long_order_breaks_over_pages_with_its_head_and_its_totals_kept_together():
    order = given.order(*[given.mirror(300 + 10 * place) for place in range(30)])

    pages = [page for page in pages_of("work_order", order) if "экземпляр цеха" not in page]

    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"стр. {number} из {len(pages)}" in page
        assert "Изделие, материал, обработка" in page
    last = pages[-1]
    assert "Итого" in last
    assert "590×800" in last
    assert sum("Итого" in page for page in pages) == 1


def test_the_office_card_is_torn_off_with_the_number_of_the_order():
    order = given.order()

    card = pages_of("work_order", order)[0].split("линия отрыва")[1]

    for due in (order.office.address, order.office.phone, order.number, Firm.get().site):
        assert due in card


def test_hand_over_prints_what_was_agreed_with_the_signature_of_the_client():
    order = given.ready_order()
    Firm.objects.update(legal_name="ООО «Другое имя»")
    Client.objects.update(name="Мария Замужняя")

    actions.hand_over(order, by=given.employee("manager"), signature=signature(), amount=order.debt)

    issued = documents.latest("work_order", order)
    words = words_of("work_order", order)
    assert issued.revision == 2
    assert "с отметкой о выдаче" in words
    assert "изм." not in words
    assert "Оплачено полностью" in words
    assert "ООО «Наряд-Стекло»" in words
    assert "Мария Светлова" in words
    assert issued.content["handed_over"]["signature"].startswith("data:image/png;base64,")


def test_the_first_paper_stays_when_the_order_is_handed_over():
    order = given.ready_order()
    first = documents.latest("work_order", order)
    printed = documents.pdf_of(first)

    actions.hand_over(order, by=given.employee("manager"), amount=order.debt)

    first.refresh_from_db()
    assert documents.pdf_of(first) == printed


def test_a_large_signature_is_kept_small():
    order = given.ready_order()

    actions.hand_over(
        order, by=given.employee("manager"), signature=signature(3000, 1500), amount=order.debt
    )

    kept = documents.latest("work_order", order).content["handed_over"]["signature"]
    assert len(kept) < 20_000


def test_names_with_markup_are_printed_as_they_are():
    hostile = '<img src="file:///etc/passwd"> & "Ко"'
    order = given.order(given.mirror(note=hostile), of=given.client(name="Иван <b>Жирный</b>"))

    words = words_of("work_order", order)

    assert "Иван <b>Жирный</b>" in words
    assert '<img src="file:///etc/passwd"> & "Ко"' in words


def test_issuing_papers_costs_the_same_for_one_position_and_for_ten(django_assert_max_num_queries):
    one, ten = given.order(), given.order(*[given.mirror()] * 10)

    with django_assert_max_num_queries(16):
        work_order.content(one)
    with django_assert_max_num_queries(16):
        work_order.content(ten)


def signature(width=400, height=150):
    kept = BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 0, 0)).save(kept, "PNG")
    return SimpleUploadedFile("signature.png", kept.getvalue(), "image/png")


def test_the_shop_copy_shows_sketches_or_says_where_they_are():
    order = given.calculation()
    position = order.positions.get()
    for content, name in [(files.photo((400, 300)), "эскиз.jpg"), (files.cdr(), "макет.cdr")]:
        attachments.attach(
            position, files.upload(content, name), by=order.manager, purpose="sketch"
        )
    actions.accept(order, by=order.manager)

    words = words_of("work_order", order)
    pages = paper.pictures_of(documents.pdf_of(documents.latest("work_order", order)))

    assert "Эскиз: файл «макет.cdr», см. в карточке заказа." in words
    assert pages[-1] == 1
