"""Sums, days, accounts and names as banks write them; None or empty where they are none."""

import re
from datetime import date
from decimal import Decimal

from company.requisites import wrong_inn
from core.money import kopecks
from orders.money.statements.words import pattern

_AMOUNT = re.compile(r"([0-9]{1,13})(?:[.,]([0-9]{1,2})0*)?")
_DAY = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_NAMED_WITH_INN = pattern("{named_with_inn}")
_EARLIEST, _LATEST = 1990, 2100


def amount(text: str) -> Decimal | None:
    """«200», «45329.91», «13 056,00»; a balance may be below zero."""
    bare = re.sub(r"\s", "", text)
    match = _AMOUNT.fullmatch(bare.removeprefix("-"))
    if not match:
        return None
    found = kopecks(f"{match[1]}.{match[2] or 0}")
    return -found if bare.startswith("-") else found


def day(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    if not match or not _EARLIEST <= int(match[3]) <= _LATEST:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def account(text: str) -> str:
    return re.sub(r"\s", "", text)


def inn(text: str) -> str:
    bare = text.strip()
    return "" if not bare or wrong_inn(bare) else bare


def name_and_inn(text: str) -> tuple[str, str]:
    """«ИНН 7707083893 ООО "Ромашка"» is a name with an INN in front."""
    match = _NAMED_WITH_INN.match(text)
    return (text[match.end() :].strip(), inn(match[1])) if match else (text.strip(), "")
