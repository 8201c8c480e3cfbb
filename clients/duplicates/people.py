"""Contact persons who are likely to be one, within an organisation and across.

Whoever shares a number, an e-mail or a name is compared. Several of an office have one number, so
their names must agree besides: word by word, with initials and slips of the pen.
"""

from collections import defaultdict
from typing import NamedTuple

from django.db import connection

from clients.duplicates.reasons import words
from clients.duplicates.scoring import is_initial, is_slip
from clients.duplicates.writing import words_of
from clients.models import ContactPerson

MOST = 1_000  # pairs looked at together
SHARING = """
    SELECT first, second, why FROM (
        SELECT one.person_id AS first, other.person_id AS second, 'phone' AS why
        FROM clients_clientphone AS one
        JOIN clients_clientphone AS other
          ON other.e164 = one.e164 AND other.extension = one.extension
        WHERE one.person_id < other.person_id
        UNION
        SELECT one.id, other.id, 'email'
        FROM clients_contactperson AS one
        JOIN clients_contactperson AS other ON upper(other.email) = upper(one.email)
        WHERE one.email <> '' AND one.id < other.id
        UNION
        SELECT one.id, other.id,
            CASE WHEN other.birthday = one.birthday THEN 'birthday' ELSE 'name' END
        FROM clients_contactperson AS one
        JOIN clients_contactperson AS other ON other.folded_name = one.folded_name
        WHERE one.id < other.id
          AND (other.client_id = one.client_id OR other.birthday = one.birthday)
    ) AS sharing
    WHERE NOT EXISTS (
        SELECT FROM clients_differentpeople AS known
        WHERE known.first_id = first AND known.second_id = second
    )
    ORDER BY second DESC, first DESC, why LIMIT %s
"""


class Alike(NamedTuple):
    first: ContactPerson
    second: ContactPerson
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        return words([self])


def alike(clients) -> list[Alike]:
    """Pairs of people of these clients: those with the most in common first, then the newest."""
    shared = _shared()
    pks = {pk for pair in shared for pk in pair}
    known = ContactPerson.objects.filter(pk__in=pks, client__in=clients)
    known = known.select_related("client").defer("name_grams", "client__name_grams").in_bulk()
    found = [
        Alike(known[first], known[second], tuple(why))
        for (first, second), why in shared.items()
        if first in known
        and second in known
        and _names_agree(words_of(known[first].name), words_of(known[second].name))
    ]
    return sorted(found, key=lambda each: -len(each.reasons))


def _shared() -> dict[tuple[int, int], list[str]]:
    shared = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(SHARING, [MOST])
        for first, second, why in cursor.fetchall():
            shared[first, second].append(why)
    return shared


def _names_agree(mine, theirs) -> bool:
    """Every word of the shorter name is one of the longer."""
    fewer, more = sorted((mine, theirs), key=len)
    left = list(more)
    for word in fewer:
        same = next((each for each in left if _is_same(word, each)), None)
        if same is None:
            return False
        left.remove(same)
    return bool(fewer)


def _is_same(word, other) -> bool:
    return is_slip(word, other) or is_initial(word, other)
