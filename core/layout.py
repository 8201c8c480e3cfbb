"""A Russian word typed while the keyboard was in its Latin layout."""

LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
# The same keys, row by row.
RUSSIAN = (
    "\u0451"
    "\u0439\u0446\u0443\u043a\u0435\u043d\u0433\u0448\u0449\u0437\u0445\u044a"
    "\u0444\u044b\u0432\u0430\u043f\u0440\u043e\u043b\u0434\u0436\u044d"
    "\u044f\u0447\u0441\u043c\u0438\u0442\u044c\u0431\u044e"
)
PLACES = str.maketrans(LATIN, RUSSIAN)


def in_russian_layout(text: str) -> str:
    """Nothing where no Latin letter was typed."""
    typed = text.lower()
    return typed.translate(PLACES) if any("a" <= letter <= "z" for letter in typed) else ""
