"""Words of names that somebody bears, nearest to a word that nobody does."""

from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

# A shorter word is near to half the town.
FEWEST_LETTERS = 4
# From so many letters on, two may be wrong.
LONG = 6
MOST_SHOWN = 3


class NameWordQuerySet(QuerySet):
    def around(self, word: str):
        """One slip of the fingers leaves the first two letters or the last half as they are, so
        two indexes lead to the few that are worth comparing."""
        slips = slips_in(word)
        end = word[-(len(word) // 2) :]
        alike = Q(word__startswith=word[:2]) | Q(reversed_word__startswith=end[::-1])
        near = self.filter(alike).alias(letters=Length("word"))
        return near.filter(letters__range=(len(word) - slips, len(word) + slips))

    def nearest(self, word: str) -> list[str]:
        """Those at the smallest distance; the word itself where it is only the beginning of one."""
        if len(word) < FEWEST_LETTERS or self.filter(word__startswith=word).exists():
            return [word]
        known = sorted(set(self.around(word).values_list("word", flat=True)))
        near = process.extract(
            word, known, scorer=OSA.distance, score_cutoff=slips_in(word), limit=MOST_SHOWN
        )
        return [found for found, distance, _place in near if distance == near[0][1]]

    def forget_unused(self, names) -> int:
        """`names` are all the clients; a word is kept once."""
        held = Func(F("folded_name"), Value(" "), function="string_to_array")
        word = Func(held, function="unnest", output_field=TextField(), set_returning=True)
        used = set(names.order_by().values_list(word, flat=True).distinct())
        unused = []
        for pk, found in self.order_by("pk").values_list("pk", "word"):
            if found in used:
                used.remove(found)
            else:
                unused.append(pk)
        return self.filter(pk__in=unused).delete()[0]


def slips_in(word: str) -> int:
    return 2 if len(word) >= LONG else 1
