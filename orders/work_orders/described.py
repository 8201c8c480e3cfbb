"""A position as people ask for it: «mirror 600», «mirror 600x800», «stained glass»."""

import re
from typing import NamedTuple

from clients.search import Words, fold

__all__ = ["Description", "Words", "described"]

# «600x800» with a Latin or a Cyrillic letter, the sign or a star.
SIZES = re.compile("(\\d{2,4})\\s*[x\u0445\u00d7*]\\s*(\\d{2,4})", re.I)
# Endings are left out: who types «mirrors» means the mirror as well.
ENDINGS = "\u0430\u0435\u0438\u043e\u0443\u044b\u044d\u044e\u044f\u0439\u044c"
SHORTEST_STEM, MOST_WORDS = 4, 6


class Description(NamedTuple):
    beginnings: tuple[str, ...]
    sizes_mm: tuple[int, ...]

    @property
    def query(self) -> str:
        return " & ".join(f"{word}:*" for word in self.beginnings)


def described(text: str) -> Description | None:
    """None where the text can be no description, such as the number of a telephone."""
    pairs = SIZES.findall(text)
    words = fold(SIZES.sub(" ", text)).split()[:MOST_WORDS]
    numbers = [word for word in words if word.isdecimal()]
    beginnings = tuple(_stem(word) for word in words if len(word) > 2 and not word.isdecimal())
    if not (beginnings or pairs) and not _are_sizes(numbers):
        return None
    if any(len(number) > 4 for number in numbers):
        return None
    sizes = [*(size for pair in pairs for size in pair), *numbers]
    found = Description(beginnings, tuple(int(size) for size in sizes if int(size)))
    return found if any(found) else None


def _are_sizes(numbers) -> bool:
    return 0 < len(numbers) <= 2 and all(len(number) in {3, 4} for number in numbers)


def _stem(word) -> str:
    stem = word.rstrip(ENDINGS)
    return stem if len(stem) >= SHORTEST_STEM else word
