"""The invoice on paper: what §4.4 asks of it, and the code that a bank's program reads."""

import re
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
import zxingcpp

from company.models import BankAccount, Firm, VatRegime
from core import clock, documents
from core.words import rubles_in_words
from orders import actions
from orders.documents import sums
from orders.money.invoices import payment_qr
from tests import given, paper

pytestmark = pytest.mark.django_db
MM = 72 / 25.4
ACCOUNT = {
    "account": "40702810200000000123",
    "bank_name": "АО «Банк Стекольный»",
    "bik": "044525974",
    "correspondent_account": "30101810345250000974",
}


@pytest.fixture
def olga():
    return given.employee(last_name="Ольшанская", phone="+7 495 000-12-34")


def pdf_of(invoice):
    return documents.pdf_of(documents.latest("invoice", invoice))


def words_of(invoice):
    return re.sub(r"\s+", " ", paper.words_of(pdf_of(invoice)).replace("\xa0", " "))


def fields_of(text):
    head, *pairs = text.split(text[7])
    return head, dict(pair.split("=", 1) for pair in pairs)


def ask(**changed):
    usual = {
        "name": "ООО «Наряд-Стекло»",
        "account": ACCOUNT,
        "amount": Decimal("1768.05"),
        "purpose": "Оплата по счету № СЧ-2026-000001",
        "inn": "7700000009",
    }
    return payment_qr.payload(**(usual | changed))


def test_a_bank_s_program_reads_the_firm_the_sum_and_the_purpose(olga):
    invoice = given.invoice(given.order(by=olga, of=given.organisation(by=olga)), by=olga)

    [code] = paper.codes_of(pdf_of(invoice))

    head, fields = fields_of(code)
    firm = Firm.get()
    assert head == "ST00012"
    assert fields == {
        "Name": firm.legal_name,
        "PersonalAcc": ACCOUNT["account"],
        "BankName": ACCOUNT["bank_name"],
        "BIC": ACCOUNT["bik"],
        "CorrespAcc": ACCOUNT["correspondent_account"],
        "Sum": "176800",
        "Purpose": f"Оплата по счету № {invoice.number} от {sums.day(invoice.issued_on)}. "
        "В т.ч. НДС 22% - 318,82",
        "PayeeINN": firm.inn,
        "PayerINN": "7700000009",
        "KPP": firm.kpp,
    }


def test_the_code_is_large_enough_and_has_its_quiet_zone(olga):
    data = pdf_of(given.invoice(by=olga))

    page = pypdfium2.PdfDocument(data)[0]
    picture = page.render(scale=300 / 72).to_pil().convert("L")
    [code] = zxingcpp.read_barcodes(picture)
    corners = code.position
    wide_mm = (corners.top_right.x - corners.top_left.x) / 300 * 25.4
    assert wide_mm >= 35
    modules = 4 * int(code.extra["Version"]) + 17
    quiet_px = int(4 * (corners.top_right.x - corners.top_left.x) / modules) - 2
    left, top = corners.top_left.x, corners.top_left.y
    around = picture.crop((left - quiet_px, top - quiet_px, left - 2, corners.bottom_left.y))
    assert around.getextrema() == (255, 255)
    assert code.ec_level == "M"


def test_the_sum_is_in_whole_kopecks():
    text = ask().decode()
    assert fields_of(text)[1]["Sum"] == "176805"


def test_a_value_with_the_separator_takes_another_one():
    text = ask(name="ООО «Стекло|Свет»").decode()

    assert text.startswith("ST00012#Name=ООО «Стекло|Свет»#")


def test_an_entrepreneur_has_no_kpp_and_a_bank_may_have_no_correspondent_account():
    bare = ACCOUNT | {"correspondent_account": ""}
    _head, fields = fields_of(ask(account=bare, inn="500100732259").decode())

    assert "KPP" not in fields
    assert fields["CorrespAcc"] == "0"


def test_a_name_that_is_too_long_in_utf_8_goes_in_the_encoding_of_a_byte_a_letter():
    name = "Общество с ограниченной ответственностью «" + "Стекло" * 18 + "»"

    held = ask(name=name)

    assert held.startswith(b"ST00011|")
    _head, fields = fields_of(held.decode("cp1251"))
    assert fields["Name"] == name
    block = held.split(b"|Sum=")[0].split(b"|", 1)[1]
    assert len(block) <= payment_qr.MOST_BYTES


def test_what_fits_into_neither_makes_no_code():
    assert ask(name="Ω" * 160) is None
    assert ask(name=payment_qr.SEPARATORS) is None


def test_no_line_breaks_and_nothing_longer_than_banks_take():
    _head, fields = fields_of(ask(name="ООО\n«Стекло»", purpose="Оплата " * 40).decode())

    assert fields["Name"] == "ООО «Стекло»"
    assert len(fields["Purpose"]) <= 160


def test_without_an_account_there_is_no_code_and_the_paper_knows_why(olga):
    invoice = given.invoice(by=olga)
    BankAccount.objects.all().delete()
    second = given.order(by=olga)
    bare = actions.issue_invoice([second], by=olga)

    assert documents.latest("invoice", bare).content["no_code"] == "no_account"
    assert documents.latest("invoice", invoice).content["no_code"] == ""
    assert "БИК" not in words_of(bare)


def test_it_prints_what_an_invoice_must(olga):
    client = given.organisation(by=olga)
    invoice = given.invoice(given.order(by=olga, of=client), by=olga)
    Firm.objects.update(director="Светлов А. Н.", accountant="Белова И. П.")

    words, firm = words_of(invoice), Firm.get()

    for due in [
        ACCOUNT["bank_name"],
        f"БИК {ACCOUNT['bik']}",
        ACCOUNT["correspondent_account"],
        ACCOUNT["account"],
        f"ИНН {firm.inn} КПП {firm.kpp}",
        f"Счёт на оплату № {invoice.number} от {sums.day(invoice.issued_on)}",
        "Покупатель ООО «Ромашка», ИНН 7700000009, КПП 770001001, Москва, ул. Лесная, 5",
        f"Наряд-заказ № {invoice.shares.get().order.number}",
        "Всего наименований 1, на сумму 1 768,00 ₽",
        rubles_in_words(invoice.amount),
        "В том числе НДС 22 %: 318,82",
        f"Оплатить не позднее {sums.day(invoice.due_on)}",
        "Руководитель",
        "Главный бухгалтер",
        "М.П.",
    ]:
        assert due in words, due


@pytest.mark.parametrize(
    ("day", "percent", "vat"),
    [
        (date(2025, 12, 31), "20", Decimal("294.67")),
        (date(2026, 1, 1), "22", Decimal("318.82")),
        (date(2026, 4, 1), "5", Decimal("84.19")),
        (date(2026, 7, 1), "7", Decimal("115.66")),
    ],
)
def test_the_rate_is_that_of_the_paper_s_date(olga, day, percent, vat):
    given.firm()
    VatRegime.objects.create(valid_from=date(2026, 4, 1), percent=5)
    VatRegime.objects.create(valid_from=date(2026, 7, 1), percent=7)
    order = given.order(by=olga)

    with clock.at(clock.midnight(day)):
        invoice = given.invoice(order, by=olga)

    assert invoice.vat_amount == vat
    assert f"В том числе НДС {percent} %" in words_of(invoice)


def test_a_firm_without_vat_says_so(olga):
    given.firm()
    VatRegime.objects.create(valid_from=date(2026, 10, 1), percent=None)

    invoice = given.invoice(by=olga)

    assert invoice.vat_percent is None
    assert "Без налога (НДС)" in words_of(invoice)
    assert "В том числе" not in words_of(invoice)


def test_an_entrepreneur_signs_alone(olga):
    given.firm()
    Firm.objects.update(inn="500100732259", kpp="", legal_name="ИП Светлов А. Н.")

    words = words_of(given.invoice(by=olga))

    assert "Индивидуальный предприниматель" in words
    assert "ОГРНИП" in words
    assert "Главный бухгалтер" not in words
    assert "КПП" not in words


def test_a_prepayment_is_a_service_not_a_piece(olga):
    half = given.invoice(
        given.order(given.mirror(), given.delivery(), by=olga), by=olga, percent=50
    )
    rest = given.invoice(given.order(given.mirror(), given.delivery(), by=olga), by=olga)

    assert "1 усл." in words_of(half)
    assert [line.is_service for line in rest.lines.all()] == [False, True]


def test_forty_lines_break_between_rows_and_the_code_stands_with_the_sum(olga):
    sizes = [given.mirror(500 + 10 * place) for place in range(40)]
    invoice = given.invoice(given.order(*sizes, by=olga), by=olga)

    pages = paper.pages_of(pdf_of(invoice))

    assert len(pages) == 2
    assert f"{len(pages)} из {len(pages)}" in pages[-1].replace("\xa0", " ")
    assert "Всего к оплате" in pages[-1]
    assert "№" in pages[-1].splitlines()[0]  # the head of the table is there again
