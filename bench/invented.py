"""Clients who do not exist: names with the letters of Russian ones, each phone once."""

from dataclasses import dataclass
from random import Random

from crm.demo import names

ROOTS = ["Абрам", "Алекс", "Анош", "Арх", "Багр", "Баж", "Белоус", "Берез", "Богат", "Болот", "Бур",
         "Вавил", "Вереш", "Влас", "Воскрес", "Гал", "Гладк", "Глух", "Горбат", "Грибан", "Гущ",
         "Дем", "Добр", "Долг", "Дрон", "Дьяч", "Евсе", "Емель", "Ерем", "Жар", "Жил", "Завьял",
         "Звер", "Зимин", "Зуб", "Игнат", "Каблук", "Калаш", "Камен", "Кирил", "Климент",
         "Колес", "Конон", "Корот", "Костр", "Крас", "Круглик", "Лазар", "Лап", "Логин", "Лукьян",
         "Лыс", "Майор", "Малах", "Мар", "Матве", "Мельник", "Мироненк", "Мурав", "Наза", "Неклюд",
         "Нестер", "Овчинник", "Остап", "Панкрат", "Пахом", "Пирог", "Плотник", "Прокоп",
         "Пустовойт", "Радион", "Рогож", "Руд", "Рябинин", "Сафон", "Селивестр", "Скворц", "Смолян",
         "Солодовник", "Спирид", "Старостин", "Стрельник", "Сухар", "Таран", "Трофим", "Турчан",
         "Уваж", "Устин", "Филат", "Хрулёв", "Царёв", "Черепан", "Чистяк", "Шадрин", "Шапошник",
         "Шевел", "Щербак", "Юрас", "Ягод", "Ярош"]  # fmt: skip
ENDINGS = ["ов", "ев", "ин", "овский", "енко", "ук", "кин", "цев", "ников", "ачёв", "ян", "ько"]
DECLINED = ("ов", "ев", "ин", "ёв")
OPERATORS = ["903", "905", "906", "909", "910", "915", "916", "917", "925", "926", "929", "963",
             "967", "977", "985", "999"]  # fmt: skip
STEP = 6_700_417  # prime to ten million: seven digits in an order that looks like none
TEN_MILLION = 10_000_000


@dataclass(frozen=True)
class Invented:
    name: str
    kind: str
    phones: list[str]
    address: str


def client(number: int) -> Invented:
    """The same for the same number, whatever was invented before."""
    chance = Random(number)
    is_firm = number % 11 == 0
    phones = [phone(number)]
    if chance.random() < 0.25:
        phones.append(phone(number + TEN_MILLION // 2))
    return Invented(
        name=firm(chance) if is_firm else person(chance),
        kind="organisation" if is_firm else "person",
        phones=phones,
        address=f"{chance.choice(names.STREETS)}, д. {chance.randint(1, 120)}",
    )


def surname(chance) -> str:
    if chance.random() < 0.35:
        return chance.choice(names.SURNAMES)
    return chance.choice(ROOTS) + chance.choice(ENDINGS)


def person(chance) -> str:
    last = surname(chance)
    if chance.random() < 0.55:
        feminine = last + "а" if last.endswith(DECLINED) else last.replace("ский", "ская")
        words = [feminine, chance.choice(names.WOMEN), chance.choice(names.WOMEN_OF)]
    else:
        words = [last, chance.choice(names.MEN), chance.choice(names.MEN_OF)]
    return " ".join(words[: chance.choice([1, 2, 2, 3])])


def firm(chance) -> str:
    if chance.random() < 0.3:
        return f"ИП {surname(chance)} {chance.choice(names.MEN)[0]}. {chance.choice('АВДИМНОПС')}."
    return f"{chance.choice(['ООО', 'ООО', 'АО'])} «{chance.choice(names.FIRMS)} {surname(chance)}»"


def phone(number: int) -> str:
    digits = number * STEP % TEN_MILLION
    return f"+7{OPERATORS[number // 1000 % len(OPERATORS)]}{digits:07}"
