"""Which two are worth a comparison: those that share a key. Keys are numbers beside the place of
the record, sorted, so that the whole base takes some tens of megabytes."""

from array import array
from collections.abc import Callable, Iterator
from itertools import combinations, groupby
from zlib import crc32

LARGE = 24  # a block above this is sorted by name, and only neighbours are compared
NEIGHBOURS = 6


def _phones(found):
    return found.phones


def _reach(found):
    return (*found.emails, *((found.inn,) if found.inn else ()))


def _birthdays(found):
    return found.birthdays


def _beginnings(found):
    """Two words by their first three letters: a slip further on does no harm."""
    begun = sorted({word[:3] for word in found.words[:4]})
    return ["".join(pair) for pair in combinations(begun, 2)] or begun


def _ends(found):
    """The same by the last three, for a slip at the beginning."""
    ended = sorted({word[-3:] for word in found.words[:4]})
    return [".".join(pair) for pair in combinations(ended, 2)]


def _whole(found):
    return [word for word in found.words if len(word) > 3]


def _addresses(found):
    """A number and a word of the address: whoever lives there."""
    numbers = [word for word in found.address if word.isdigit()][:3]
    words = [word[:4] for word in found.address if not word.isdigit()][:3]
    return [f"{number}{word}" for number in numbers for word in words]


PASSES: tuple[Callable, ...] = (
    _phones,
    _reach,
    _birthdays,
    _beginnings,
    _ends,
    _whole,
    _addresses,
)


def candidates(records, keys_of, begin=0, end=1) -> Iterator[tuple[int, int]]:
    """Places of records to compare, by one pass; `begin` and `end` cut it into parts of the range
    of keys, so that a long pass says how far it is and is taken up again."""
    low, high = (int(part * 2**32) for part in (begin, end))
    keyed = array("Q")
    for place, found in enumerate(records):
        for key in set(keys_of(found)):
            number = crc32(key.encode())
            if low <= number < high:
                keyed.append(number << 32 | place)
    for _key, block in groupby(sorted(keyed), lambda packed: packed >> 32):
        yield from _pairs([packed & 0xFFFFFFFF for packed in block], records)


def _pairs(places, records):
    if len(places) <= LARGE:
        return combinations(places, 2)
    places.sort(key=lambda place: sorted(records[place].words))
    return (
        (min(place, near), max(place, near))
        for at, place in enumerate(places)
        for near in places[at + 1 : at + 1 + NEIGHBOURS]
    )
