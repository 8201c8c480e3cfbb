"""Why two cards look like one, in words."""

from django.utils.translation import pgettext_lazy

WORDS = {
    "phone": pgettext_lazy("why duplicates", "the same phone"),
    "shared_phone": pgettext_lazy("why duplicates", "a phone that several share"),
    "email": pgettext_lazy("why duplicates", "the same e-mail"),
    "inn": pgettext_lazy("why duplicates", "the same INN"),
    "birthday": pgettext_lazy("why duplicates", "the same birthday"),
    "address": pgettext_lazy("why duplicates", "the same address"),
    "name": pgettext_lazy("why duplicates", "the same name"),
    "like_name": pgettext_lazy("why duplicates", "a similar name"),
    "surname": pgettext_lazy("why duplicates", "another surname, else the same name"),
}


def words(pairs) -> str:
    """Of a pair or of several, each reason once."""
    codes = dict.fromkeys(code for pair in pairs for code in pair.reasons)
    return ", ".join(str(WORDS[code]) for code in codes if code in WORDS)
