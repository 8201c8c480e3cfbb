"""The name of an organisation without the way in which it is written: «Romashka, OOO»."""

from clients.duplicates.entry import LEGAL_FORMS
from clients.search import fold


def core(name) -> str:
    """Its own words, in their order."""
    return " ".join(word for word in fold(name).split() if word not in LEGAL_FORMS)


def form(name) -> set[str]:
    return LEGAL_FORMS.intersection(fold(name).split())


def whole(name) -> tuple:
    return core(name), *sorted(form(name))


def writings(name) -> list[str]:
    """What the folded name of the same organisation may be."""
    own = core(name)
    forms = sorted(form(name) or LEGAL_FORMS)
    return [own, *(f"{each} {own}" for each in forms), *(f"{own} {each}" for each in forms)]


def is_same_form(one, other) -> bool:
    """Where one of them names no form, it may be any."""
    forms = form(one), form(other)
    return not all(forms) or forms[0] == forms[1]


def is_rewritten(said, known) -> bool:
    """The same name in another writing, with no legal form that the card lacks."""
    return core(said) == core(known) and form(said) <= form(known)


def is_part_of(one, other) -> bool:
    """All words of one of them are words of the other."""
    words = [set(core(name).split()) for name in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


def is_another(one, other) -> bool:
    """Not one word in common: a number that has passed on, or the neighbour's."""
    words = [set(core(name).split()) for name in (one, other)]
    return all(words) and not words[0] & words[1]
