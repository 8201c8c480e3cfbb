"""A private person pays without a number: the name and the sum tell who it may be."""

import pytest

from orders.money.statements.lifecycle import LineStatus
from tests import given
from tests.orders.statements.lines import candidates, loaded

pytestmark = pytest.mark.django_db
BANK = {"name": "ПАО СБЕРБАНК", "inn": "7700000016", "account": "3" * 20}


@pytest.mark.parametrize(
    ("client", "payer", "purpose"),
    [
        ("Иванов Иван Иванович", "ИВАНОВ ИВАН ИВАНОВИЧ//Москва//", "Перевод"),
        ("Иван Иванов", "ПАО СБЕРБАНК", "Оплата за зеркало, Иванов И.И., без НДС"),
        ("Иванов Иван Иванович", "ПАО СБЕРБАНК//И. И. ИВАНОВ", "Оплата за зеркало"),
        ("Иванов И. И.", "ПАО СБЕРБАНК", "ЗА 10/11/2026;ИВАНОВ ИВАН ИВАНОВИЧ"),
    ],
)
def test_a_private_person_without_a_number_is_offered_by_name_and_sum(vera, client, payer, purpose):
    order = given.order(by=given.employee(), of=given.client(client))

    line = loaded(order.debt, vera, purpose=purpose, payer={**BANK, "name": payer})

    (offered,) = candidates(line)
    assert line.status == LineStatus.OFFERED
    assert offered.parts[0].target == order
    assert offered.reasons == ("имя клиента", "ровно остаток к оплате")


def test_a_person_is_offered_though_the_bank_itself_is_known(vera):
    """The INN and the account are those of the bank that passes the money on."""
    given.organisation("ПАО Сбербанк", inn=BANK["inn"], account=BANK["account"])
    order = given.order(by=given.employee(), of=given.client("Иванов Иван"))

    line = loaded(order.debt, vera, purpose="Иванов Иван Иванович, за зеркало", payer=BANK)

    assert [each.parts[0].target for each in candidates(line)] == [order]


@pytest.mark.parametrize("purpose", ["Петров И. И.", "Иванов П. П.", "Иванову за работу", "Иванов"])
def test_another_name_is_not_offered_for_the_sum(vera, purpose):
    order = given.order(by=given.employee(), of=given.client("Иванов Иван Иванович"))

    assert candidates(loaded(order.debt, vera, purpose=purpose, payer=BANK)) == []


def test_of_namesakes_with_the_same_debt_none_is_offered(vera):
    olga = given.employee()
    for name, phone in [("Иванов Иван", "+7 916 000-00-01"), ("Иванов Игорь", "+7 916 000-00-02")]:
        order = given.order(by=olga, of=given.client(name, phone=phone))

    assert candidates(loaded(order.debt, vera, purpose="Иванов И., зеркало", payer=BANK)) == []
