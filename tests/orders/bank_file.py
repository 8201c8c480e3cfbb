"""Statements as banks write them, made for the tests: valid INN and account keys, no real names."""

from decimal import Decimal

OURS = "40702810200000000123"  # of the bank 044525974, as given.bank_account has it
OURS_TOO = "40702810300000000020"
OUR_INN = "1234567894"
ROMASHKA = {
    "name": 'ООО "Ромашка"',
    "inn": "7700000009",
    "account": "40702810300000000777",
    "bik": "044525974",
}
SUPPLIER = {"name": 'ООО "Стекло-Опт"', "inn": "7700000016", "account": "40702810600000000555"}
WE = {"name": 'ООО "СК-Дизайн"', "inn": OUR_INN, "account": OURS}
NOBODY = {"name": "", "inn": "", "account": ""}


def document(
    *, number="6502", day="11.11.2026", amount="12345.50", payer=ROMASHKA, payee=WE, **more
):
    """One section of a document; `debited_on` and `credited_on` as the bank has them, `without_end`
    leaves its end out, `extra` are lines in front of the end."""
    lines = [
        f"СекцияДокумент={more.get('kind', 'Платежное поручение')}",
        f"Номер={number}",
        f"Дата={day}",
        f"Сумма={amount}",
        f"ПлательщикСчет={payer['account']}",
        f"ДатаСписано={more.get('debited_on', '')}",
        f"Плательщик=ИНН {payer['inn']} {payer['name']}",
        f"ПлательщикИНН={payer['inn']}",
        f"ПолучательСчет={payee['account']}",
        f"ДатаПоступило={more.get('credited_on', '')}",
        f"Получатель1={payee['name']}",
        f"ПолучательИНН={payee['inn']}",
        "ВидОплаты=01",
        f"НазначениеПлатежа={more.get('purpose', 'Оплата по счету № 123 от 02.11.2026')}",
        *more.get("extra", []),
    ]
    return lines if more.get("without_end") else [*lines, "КонецДокумента"]


def balance(
    *, account=OURS, since="11.11.2026", until=None, opening="0", came="0", went="0", **more
):
    closing = Decimal(opening) + Decimal(came) - Decimal(went)
    return [
        "СекцияРасчСчет",
        f"ДатаНачала={since}",
        f"ДатаКонца={until or since}",
        f"РасчСчет={account}",
        f"НачальныйОстаток={opening}",
        f"ВсегоПоступило={came}",
        f"ВсегоСписано={went}",
        f"КонечныйОстаток={more.get('closing', closing)}",
        "КонецРасчСчет",
    ]


def statement(*sections, accounts=(OURS,), encoding="cp1251", said="Windows", end="КонецФайла"):
    """The file in bytes, with the line ends of Windows."""
    lines = [
        "1CClientBankExchange",
        "ВерсияФормата=1.03",
        f"Кодировка={said}",
        "Отправитель=Банк Клиент Онлайн",
        "ДатаНачала=11.11.2026",
        "ДатаКонца=11.11.2026",
        *[f"РасчСчет={account}" for account in accounts],
        *[line for section in sections for line in section],
        end,
    ]
    return "\r\n".join(lines).encode(encoding)
