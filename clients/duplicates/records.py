"""What is compared of a client, and how usual each value is in the base."""

import math
from collections import Counter
from dataclasses import dataclass

from clients.duplicates import writing


@dataclass(frozen=True, slots=True)
class Record:
    pk: int
    is_firm: bool
    words: tuple[str, ...]
    form: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    inn: str = ""
    kpp: str = ""
    birthdays: tuple[str, ...] = ()  # as 19850317
    address: tuple[str, ...] = ()


def record(pk, name, *, is_firm=False, address="", emails=(), **more) -> Record:
    return Record(
        pk,
        is_firm,
        writing.words_of(name),
        writing.form_of(name),
        address=writing.address_words(address),
        emails=tuple(email.lower() for email in emails),
        **more,
    )


class Usual:
    """How often each value stands in the base: a rare one in common says more than a usual one."""

    def __init__(self):
        self.size = 0
        self.counts = Counter()

    def add(self, found: Record):
        self.size += 1
        self.counts.update({*found.words, *found.phones, *found.emails, *found.birthdays})
        self.counts.update({f"@{word}" for word in found.address})

    def bits(self, value) -> float:
        """What it says that two share this value: the logarithm of how seldom it is."""
        return math.log2((self.size + 1) / max(self.counts[value], 1))

    def is_common(self, word) -> bool:
        """As a first name is, and no surname with a slip of the pen."""
        return self.counts[word] >= max(4, self.size / 2_500)

    @property
    def prior(self) -> float:
        """How unlikely it is that two of the base are one, before anything is known of them."""
        return -math.log2(self.size + 1) - 1
