"""How likely two clients are one and the same: what speaks for it and against it, in bits.

Each agreement counts for what it is worth: how rare the value is in the base. A phone that a whole
family has says little, and another first name says that they are two, whatever else they share.
"""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from clients.duplicates.records import Record, Usual
from clients.duplicates.writing import is_surname

SUGGESTED = 1.0  # bits above an even chance
WORD_AT_MOST = 14.0
ADDRESS_AT_MOST = 13.0
SLIP = 0.7  # of a word written with a slip counts so much
INITIAL = 1.5
OTHER_FIRST_NAME = -6.0
NAME_OF_FIRM_AT_MOST = 12.0
OTHER_FIRM = -14.0
JOINED = 8.0  # the name written without a space
OTHER_WORD = -5.0
OTHER_BIRTHDAY = -5.0
OTHER_PHONE = -4.5
OTHER_INN = -25.0
OTHER_FORM = -4.0
SHARED_BY_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    bits: float
    reasons: tuple[str, ...]

    @property
    def is_suggested(self):
        return self.bits >= SUGGESTED

    @property
    def percent(self) -> int:
        """A probability, never quite certain."""
        return min(99, round(100 / (1 + 2 ** -min(self.bits, 60))))


def compare(one: Record, other: Record, usual: Usual) -> Verdict:
    names, why, is_other_person = _names(one, other, usual)
    bits, reasons = usual.prior + names, [why]
    for part in (_phones, _emails):
        more, why = part(one, other, usual)
        bits += more
        reasons.append(why)
    if bits + ADDRESS_AT_MOST < SUGGESTED and not (_is_known(one) and _is_known(other)):
        return Verdict(bits, ())  # most of those compared: nothing else could save them
    more, why = _addresses(one, other, usual)
    bits += more
    reasons.append(why)
    if is_other_person:  # surname, phone, e-mail and home are those of a family
        bits = min(bits, 0.0) + OTHER_FIRST_NAME
    for part in (_requisites, _birthdays):
        more, why = part(one, other, usual)
        bits += more
        reasons.append(why)
    return Verdict(bits, tuple(filter(None, reasons)))


def _is_known(found):
    return found.inn or found.birthdays


def is_slip(one: str, other: str) -> bool:
    """One letter more, less, other or swapped; two in a long word."""
    longest = max(len(one), len(other))
    allowed = 0 if longest < 3 else 1 if longest < 7 else 2
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


def _names(one, other, usual):
    """Bits, the reason, and whether the first names say that they are two people."""
    mine, theirs = list(one.words), list(other.words)
    same = [word for word in mine if word in theirs]
    bits = 0.0
    for word in same:
        if word in theirs:
            mine.remove(word)
            theirs.remove(word)
            bits += min(usual.bits(word), WORD_AT_MOST)
    exact = not mine and not theirs
    slips, mine, theirs = _slips(mine, theirs, usual)
    bits += slips
    if one.is_firm or other.is_firm:
        return _firm_names(one, other, min(bits, NAME_OF_FIRM_AT_MOST), mine and theirs, exact)
    if not mine or not theirs:
        return bits, "name" if exact else "like_name" if bits else "", False
    has_lost_space = len(one.words) != len(other.words)
    if has_lost_space and is_slip("".join(one.words), "".join(other.words)):
        return bits + JOINED, "like_name", False
    if _are_first_names(mine, theirs, usual):
        return bits, "", True
    why = "surname" if same else "like_name" if bits else ""
    return bits + OTHER_WORD * min(len(mine), len(theirs)), why, False


def _firm_names(one, other, bits, differ, exact):
    """The words of a firm's name go together, so that many in common say little more than one."""
    if one.form and other.form and one.form != other.form:
        bits += OTHER_FORM
    if differ:
        return bits + OTHER_FIRM, "", False
    return bits, "name" if exact else "like_name" if bits > 0 else "", False


def _slips(mine, theirs, usual):
    bits, left = 0.0, []
    for word in mine:
        near = next((other for other in theirs if is_slip(word, other)), None)
        begun = near or next((other for other in theirs if is_initial(word, other)), None)
        if begun is None:
            left.append(word)
            continue
        if near and _are_first_names([word], [near], usual):
            left.append(word)  # Irina and Marina are two
            continue
        if near:
            bits += SLIP * min(usual.bits(word), usual.bits(near), WORD_AT_MOST)
        else:
            bits += INITIAL
        theirs.remove(begun)
    return bits, left, theirs


def is_initial(one, other):
    return one[0] == other[0] and min(len(one), len(other)) == 1


def _are_first_names(mine, theirs, usual):
    """Of the words that nothing in the other name answers to: usual ones, and no surnames."""
    return all(
        any(usual.is_common(word) and not is_surname(word) for word in words)
        for words in (mine, theirs)
    )


def _phones(one, other, usual):
    shared = set(one.phones) & set(other.phones)
    if not shared:
        return (OTHER_PHONE if one.phones and other.phones else 0.0), ""
    several = all(usual.counts[phone] > SHARED_BY_SEVERAL for phone in shared)
    return max(map(usual.bits, shared)), "shared_phone" if several else "phone"


def _emails(one, other, usual):
    shared = set(one.emails) & set(other.emails)
    return (max(map(usual.bits, shared)), "email") if shared else (0.0, "")


def _requisites(one, other, usual):
    if not one.inn or not other.inn:
        return 0.0, ""
    if one.inn != other.inn:
        return OTHER_INN, ""
    is_branch = one.kpp and other.kpp and one.kpp != other.kpp
    return (4.0 if is_branch else -usual.prior + 2 * SUGGESTED), "inn"


def _birthdays(one, other, usual):
    if not one.birthdays or not other.birthdays:
        return 0.0, ""
    shared = set(one.birthdays) & set(other.birthdays)
    if shared:
        return max(map(usual.bits, shared)), "birthday"
    near = any(
        OSA.distance(mine, theirs) <= 1 or sorted(mine) == sorted(theirs)
        for mine in one.birthdays
        for theirs in other.birthdays
    )
    return (SLIP * 8 if near else OTHER_BIRTHDAY), ""


def _addresses(one, other, usual):
    if not one.address or not other.address:
        return 0.0, ""
    shared = set(one.address) & set(other.address)
    bits = sum(min(usual.bits(f"@{word}"), 8.0) for word in shared) * 0.8
    mine, theirs = set(one.address) - shared, set(other.address) - shared
    for word in mine:
        if not word.isdigit() and any(is_slip(word, each) for each in theirs):
            bits += 3.0
    least = min(len(one.address), len(other.address))
    is_same = len(shared) * 2 > least and not _have_other_numbers(one, other, shared)
    return (min(bits, ADDRESS_AT_MOST), "address") if is_same else (min(bits, 6.0) - 2.0, "")


def _have_other_numbers(one, other, shared):
    """Another house of the same street."""
    numbered = all(any(map(str.isdigit, each.address)) for each in (one, other))
    return numbered and not any(map(str.isdigit, shared))
