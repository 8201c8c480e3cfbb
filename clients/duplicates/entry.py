"""Who looks like a client that is about to be added."""

from itertools import permutations

from django.db.models import Q

from clients.models import Client, Email
from clients.search import fold
from core import phones

LEGAL_FORMS = {
    "\u043e\u043e\u043e",  # OOO
    "\u0437\u0430\u043e",  # ZAO
    "\u043e\u0430\u043e",  # OAO
    "\u043f\u0430\u043e",  # PAO
    "\u0430\u043e",  # AO
    "\u0438\u043f",  # IP
    "\u0447\u043f",  # ChP
    "\u0442\u043e\u043e",  # TOO
}
SHOWN = 5


def likely_duplicates(name: str, phone_text: str, *, besides=None, email="", inn=""):
    """Clients with one of the numbers, the e-mail or the INN, or with the name's own words: shown
    before one is added."""
    found = [phone.e164 for phone in phones.find(phone_text)]
    same_phone = Client.objects.filter(phones__e164__in=found)
    pks = [
        *same_phone.values_list("pk", flat=True).distinct()[:SHOWN],
        *_same_reach(email, inn),
        *_same_name(name).values_list("pk", flat=True)[:SHOWN],
    ]
    likely = Client.objects.filter(pk__in=pks).exclude(pk=besides and besides.pk)
    return likely.select_related("responsible").prefetch_related("phones").order_by("pk")[:SHOWN]


def announced(found, user) -> list[Client]:
    """The same clients; of one whom `user` may not see, only who is responsible is said."""
    found = list(found)
    seen = Client.objects.visible_to(user).filter(pk__in=[client.pk for client in found])
    seen_pks = set(seen.values_list("pk", flat=True))
    for client in found:
        client.is_seen = client.pk in seen_pks
    return found


def _same_reach(email, inn):
    """One search for each place, since a condition over all of them would use no index."""
    found = []
    if email:
        further = Email.objects.filter(email__iexact=email, person=None)
        found.append(Client.objects.filter(email__iexact=email).values_list("pk"))
        found.append(further.values_list("client"))
    if inn:
        found.append(Client.objects.filter(requisites__inn=inn).values_list("pk"))
    plain = [each.order_by() for each in found]
    return [pk for (pk,) in plain[0].union(*plain[1:])[:SHOWN]] if plain else []


def _same_name(name):
    words = fold(name).split()
    own = [word for word in words if word not in LEGAL_FORMS]
    is_firm = len(own) < len(words)
    if not own or (len(own) == 1 and not is_firm):
        return Client.objects.none()  # half the base is called Olga
    whole_words = [Q(folded_name__regex=rf"\m{word}\M") for word in own]
    like = Client.objects.named_like(" ".join(own)).filter(*whole_words)
    if is_firm or len(own) < 3:
        return like
    # With a patronymic now, without one then.
    shorter = {" ".join(pair) for pair in permutations(own, 2)}
    return like | Client.objects.filter(Q(folded_name__in=shorter))
