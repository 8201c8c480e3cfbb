import re

from django.contrib.postgres.fields import ArrayField
from django.db.models import Q, QuerySet, TextField, Value

from core import phones

FEWEST_DIGITS = 4
IO, IE = "\u0451", "\u0435"
NOT_KEPT = re.compile("[^0-9a-z\u0430-\u044f]+")


def fold(text: str) -> str:
    """The Python twin of naryad_fold, for queries; a test holds the two together."""
    return NOT_KEPT.sub(" ", text.lower().replace(IO, IE)).strip()


def grams(word: str) -> list[str]:
    return sorted({word[place : place + 3] for place in range(len(word) - 2)})


class ClientQuerySet(QuerySet):
    def visible_to(self, user):
        """The client base is the whole firm's; the workshop has no right to see clients at all."""
        return self if user.has_perm("clients.view_client") else self.none()

    def found_by(self, text: str):
        """By phone in any writing (four digits or more), else by parts of the name in any order."""
        digits = phones.digits(text)
        letters = any(c.isalpha() for c in text)
        if len(digits) >= FEWEST_DIGITS and not letters:
            return self.with_phone_ending(text)
        return self.named_like(text)

    def with_phone_ending(self, text: str):
        tail = phones.reversed_tail(text)
        return self.filter(
            pk__in=self.model._meta.get_field("phones")
            .related_model.objects.filter(reversed_digits__startswith=tail)
            .values("client")
        )

    def named_like(self, text: str):
        words = fold(text).split()
        if not words:
            return self.none()
        return self.filter(*[_holds(word, alone=len(words) == 1) for word in words])


def _holds(word: str, *, alone: bool) -> Q:
    """A word of one or two letters is a prefix; a longer one may stand anywhere in the name."""
    if len(word) >= 3:
        wanted = Value(grams(word), output_field=ArrayField(TextField()))
        return Q(name_grams__contains=wanted, folded_name__contains=word)
    prefix = Q(folded_name__startswith=word)
    return prefix if alone else prefix | Q(folded_name__contains=f" {word}")
