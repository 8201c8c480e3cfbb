"""How names and numbers are found: the twins of core's SQL functions naryad_fold, naryad_grams."""

import re
import unicodedata

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, TextField, Value

from core import phones

FEWEST_DIGITS = 4
ACCENTS = re.compile("[\u0300-\u0305\u0307-\u036f]")
NOT_KEPT = re.compile("[^0-9a-z\u0400-\u04ff]+")


def fold(text: str) -> str:
    """The Python twin of naryad_fold, for queries; a test holds the two together."""
    bare = ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return NOT_KEPT.sub(" ", unicodedata.normalize("NFC", bare).lower()).strip()


def grams(word: str) -> set[str]:
    """What an entry holds if `word` is in it: a word of one or two letters is a beginning."""
    if len(word) < 3:
        return {word}
    return {word[place : place + 3] for place in range(len(word) - 2)}


def gram_array(words: list[str]) -> Value:
    """What `Grams` of a name must contain to hold all the words."""
    wanted = sorted({gram for word in words for gram in grams(word)})
    return Value(wanted, output_field=ArrayField(TextField()))


def is_part_of_phone(text: str) -> bool:
    digits = phones.digits(text)
    return len(digits) >= FEWEST_DIGITS and not any(letter.isalpha() for letter in text)


class Fold(Func):
    """lower, ё → е, everything but letters and digits becomes one space; see core 0004."""

    function = "naryad_fold"
    output_field = TextField()


class Grams(Func):
    """Every run of three letters of a word, its first letter and its first two.

    Stored, since an index over the expression alone costs its recheck as dear as its computing, and
    the planner then walks the rows instead.
    """

    function = "naryad_grams"
    output_field = ArrayField(TextField())


class Words(Func):
    """The words of the named columns, folded as the names of clients are."""

    template = "to_tsvector('simple'::regconfig, naryad_fold(%(expressions)s))"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()
