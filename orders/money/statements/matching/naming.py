"""Whether a text names somebody: by all of the name, or by the surname and initials."""

from clients.duplicates.entry import LEGAL_FORMS
from clients.search import fold

FEWEST_WORDS = 2  # of a name that is to say who it is
MOST_WORDS = 3
SHORTEST_WORD = 3  # shorter ones are initials, or no name at all


def is_named(client, name) -> bool:
    """«ИВАНОВ ИВАН ИВАНОВИЧ//адрес//» is Иван Иванов: two words, all of one in the other."""
    theirs, said = (
        set(fold(text).split()) - LEGAL_FORMS for text in (client.name, name.split("//")[0])
    )
    shorter = min(theirs, said, key=len)
    return len(shorter) >= FEWEST_WORDS and shorter <= theirs & said


def is_mentioned(client, text) -> bool:
    """«От Иванов И. И. за зеркало» mentions Иванов Иван Иванович, and the other way round."""
    theirs, said = fold(client.name).split(), fold(text).split()
    if len(theirs) < FEWEST_WORDS:
        return False
    return any(
        _is_one_person(theirs, said[place : place + length])
        for place in range(len(said) - FEWEST_WORDS + 1)
        for length in range(FEWEST_WORDS, MOST_WORDS + 1)
    )


def _is_one_person(theirs, said) -> bool:
    """One word at least is the same, and so is, in its order, every other of the shorter name, an
    initial standing for its word."""
    same = {word for word in theirs if len(word) >= SHORTEST_WORD and word in said}
    if not same:
        return False
    others = sorted(([w for w in words if w not in same] for words in (theirs, said)), key=len)
    is_enough = len(same) + len(others[0]) >= FEWEST_WORDS
    return is_enough and all(map(_may_be_one, *others))


def _may_be_one(word, other):
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])
