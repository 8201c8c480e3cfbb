"""A Russian word typed while the keyboard was in its Latin layout."""

LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
PLACES = str.maketrans(LATIN, RUSSIAN)


def in_russian_layout(text: str) -> str:
    """Nothing where no Latin letter was typed."""
    typed = text.lower()
    return typed.translate(PLACES) if any("a" <= letter <= "z" for letter in typed) else ""
