"""A statement of the bank about the open invoices of `bench.debts`: mostly sure matches."""

from random import Random

from bench.debts import OUR_ACCOUNT, account, inn

WE = ("ООО СК-Дизайн", "1234567894", OUR_ACCOUNT)
OTHER = ("ООО Стекло-Опт", "7700000016", "40702810600000000555")
# Of a hundred lines.
BY_NUMBER, BY_SUM, SEVERAL, UNKNOWN, SPENT = 70, 15, 5, 4, 6


def statement(lines: int, invoices, today) -> bytes:
    """`invoices` are rows of (number, sum, client) enough for three times as many lines."""
    chance, waiting, found = Random(f"bank {lines}"), iter(invoices), []
    kinds = [_by_number] * BY_NUMBER + [_by_sum] * BY_SUM + [_several] * SEVERAL
    kinds += [_unknown] * UNKNOWN + [_spent] * SPENT
    day = f"{today:%d.%m.%Y}"
    for number in range(lines):
        found += _document(number, day, *chance.choice(kinds)(waiting, chance))
    return "\r\n".join([*_head(day), *found, "КонецФайла"]).encode("cp1251")


def _payer(client):
    return f"ООО Стройка {client}", inn(client), account(client)


def _by_number(waiting, chance):
    number, amount, client = next(waiting)
    return amount, _payer(client), WE, f"Оплата по счету № {number}. В том числе НДС"


def _by_sum(waiting, chance):
    _number, amount, client = next(waiting)
    return amount, _payer(client), WE, "Оплата за зеркала, НДС не облагается"


def _several(waiting, chance):
    """Three invoices of one client: they stand one after another."""
    three = [next(waiting)]
    while len(three) < 3:
        following = next(waiting)
        three = [*three, following] if following[2] == three[0][2] else [following]
    numbers = ", ".join(f"№ {number}" for number, _amount, _client in three)
    total = sum(amount for _number, amount, _client in three)
    return total, _payer(three[0][2]), WE, f"Оплата по счетам {numbers}"


def _unknown(waiting, chance):
    payer = ("ООО Незнакомое", "7700000023", "40702810900000000999")
    return chance.randint(100, 90_000), payer, WE, "Оплата"


def _spent(waiting, chance):
    return chance.randint(100, 90_000), WE, OTHER, "За стекло по договору"


def _head(day):
    return [
        "1CClientBankExchange",
        "ВерсияФормата=1.03",
        "Кодировка=Windows",
        "Отправитель=Банк",
        f"ДатаНачала={day}",
        f"ДатаКонца={day}",
        f"РасчСчет={OUR_ACCOUNT}",
    ]


def _document(number, day, amount, payer, payee, purpose):
    return [
        "СекцияДокумент=Платежное поручение",
        f"Номер={number + 1}",
        f"Дата={day}",
        f"Сумма={amount:.2f}",
        f"ПлательщикСчет={payer[2]}",
        f"Плательщик={payer[0]}",
        f"ПлательщикИНН={payer[1]}",
        f"ПолучательСчет={payee[2]}",
        f"Получатель={payee[0]}",
        f"ПолучательИНН={payee[1]}",
        f"НазначениеПлатежа={purpose}",
        "КонецДокумента",
    ]
