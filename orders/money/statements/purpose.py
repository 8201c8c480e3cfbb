"""Which papers a purpose of payment names: «Оплата по счёту № 123 от 02.11.2026, зак. 2026-17».

What is found is a candidate: whose paper it is, and whether it is open, tells the matching.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from orders.money.statements.words import PREFIXES, pattern

LONGEST = 1_000
MOST_NAMED = 30
_NUMBER = r"((?:{prefix}\s?|[^\W\d_]{1,4})?[-–/]?\d[\w\-–/]*)"


class Paper(StrEnum):
    INVOICE = "invoice"
    ORDER = "order"


@dataclass(frozen=True)
class Named:
    """A number in the form of our numbering, as an index knows it. Without a year it is this one's
    or the last one's; without `seq` only `text` can be looked up: a number of the time before."""

    paper: Paper
    text: str
    year: int | None = None
    seq: int | None = None


def _named(word):
    tail = r"(?:{tail})?" if word == "invoice" else ""
    between = r"\s*(?:(?:{between})\s*){0,2}"
    return pattern(rf"(?<![\w/-])({{{word}}}){tail}{between}({{sign}})?\s*:?\s*{_NUMBER}")


_NAMED = {Paper.INVOICE: _named("invoice"), Paper.ORDER: _named("order")}
_ANOTHERS = pattern(r"(?<![\w/-]){anothers}\s*{sign}?\s*:?\s*[\d ]*")
_SEVERAL = pattern(r"{several}")
_DATED, _AFTER_DATE = pattern("{dated}"), pattern("{after_date}")
_NEXT = pattern(
    rf"{{and}}(?:{{invoice}}\s*)?({{sign}})?\s*:?\s*{_NUMBER}(?!\w|\.\d|,\d\d\b)(?!{{not_a_number}})"
)
_PARTS = re.compile(r"([^\W\d_]*)\s?[-–/]?(\d+)(?:[-–/](\d+))?")
_YEAR = range(2000, 2100)
_LONGEST_SEQ = 6


def numbers_in(purpose: str) -> list[Named]:
    """In the order of the text, each once."""
    text = _ANOTHERS.sub(" ", " ".join(purpose[:LONGEST].split()))
    found = [
        (match.start(), named)
        for paper, named_by in _NAMED.items()
        for match in named_by.finditer(text)
        for named in _from(text, match, paper)
        if named
    ]
    found.sort(key=lambda hit: hit[0])
    once = {(named.paper, named.year, named.seq or named.text): named for _place, named in found}
    return list(once.values())[:MOST_NAMED]


def _from(text, match, paper):
    """The number that was hit, and those that follow it: «№ 183 от 31.05.2022 г, № 211»."""
    several = _SEVERAL.match(text, match.start()) is not None
    number, end = match[match.lastindex], match.end()
    while number:
        year, end = _dated(text, end)
        yield _read(paper, number, year)
        following = _NEXT.match(text, end)
        is_named = following and (following[1] or several)
        number, end = (following[2], following.end()) if is_named else ("", end)


def _dated(text, place):
    match = _DATED.match(text, place)
    if not match:
        return None, place
    year = int(match[3] or match[6])
    end = _AFTER_DATE.match(text, match.end()).end()
    return (year if year > 99 else 2000 + year), end


def _read(paper, number, year) -> Named | None:
    written = number.strip("-–/_").upper().replace("–", "-")
    match = _PARTS.fullmatch(written)
    if not match:
        return _as_it_is(paper, written, year)
    prefix = match[1].lower()
    if prefix in PREFIXES["of_tax"]:
        return None
    for known in Paper:
        paper = known if prefix in PREFIXES[known.value] else paper
    return _numbered(paper, written, [match[2], match[3]], year)


def _numbered(paper, written, groups, year):
    first, second = groups
    if not second:
        if len(first) == 4 + _LONGEST_SEQ and int(first[:4]) in _YEAR:
            return Named(paper, written, int(first[:4]), int(first[4:]))
        return _with_seq(paper, written, year, first)
    for of_year, seq in ((first, second), (second, first)):
        if len(of_year) == 4 and int(of_year) in _YEAR:
            return _with_seq(paper, written, int(of_year), seq)
    if year and len(second) == 2 and year % 100 == int(second):
        return _with_seq(paper, written, year, first)
    return _as_it_is(paper, written, year)


def _with_seq(paper, written, year, digits):
    if len(digits.lstrip("0")) > _LONGEST_SEQ or not int(digits):
        return _as_it_is(paper, written, year)
    return Named(paper, written, year, int(digits))


def _as_it_is(paper, written, year):
    """A number of somebody else's numbering; so many digits are an account or an INN."""
    digits = sum(letter.isdigit() for letter in written)
    return Named(paper, written, year) if digits <= 9 and len(written) <= 20 else None
