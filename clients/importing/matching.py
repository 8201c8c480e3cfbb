"""Which client of the base a row speaks of: by its number in another system, else by phone, INN or
e-mail and name. Asked for a piece of the file at once."""

from collections import defaultdict

from django.db.models import prefetch_related_objects

from clients.models import Client, ClientPhone, ExternalKey, Requisites
from clients.search import fold

HANGING = ("phones", "emails", "external_keys", "tags", "people")


class Known:
    """The clients that any row of a piece may speak of."""

    def __init__(self, drafts, *, by):
        self.external = dict(
            ExternalKey.objects.filter(code__in=[each.external_key for each in drafts]).values_list(
                "code", "client"
            )
        )
        self.by_phone = _grouped(
            ClientPhone.objects.filter(
                e164__in=[phone.e164 for each in drafts for phone in each.phones]
            ).values_list("e164", "client")
        )
        inns = [each.values["inn"] for each in drafts if each.values.get("inn")]
        self.by_inn = _grouped(
            ((inn, kpp), client)
            for inn, kpp, client in Requisites.objects.filter(inn__in=inns).values_list(
                "inn", "kpp", "client"
            )
        )
        self.by_email = _grouped(
            ((email.lower(), name), client)
            for email, name, client in Client.objects.filter(
                email__in=_writings(drafts)
            ).values_list("email", "folded_name", "pk")
        )
        self.clients = self._fetched(by)

    def _fetched(self, by):
        groups = (self.by_phone, self.by_inn, self.by_email)
        pks = {pk for group in groups for found in group.values() for pk in found}
        pks |= set(self.external.values())
        seen = Client.objects.visible_to(by).without_grams().select_related("requisites")
        clients = seen.in_bulk(pks)
        prefetch_related_objects(list(clients.values()), *HANGING)
        self.hidden = pks - set(clients)
        return clients

    def of(self, draft) -> list[int]:
        """The clients it may be; one is the answer, several are a question for a person."""
        if draft.external_key in self.external:
            return [self.external[draft.external_key]]
        found = self._by_phone(draft) or self._by_inn(draft) or self._by_email(draft)
        return sorted(found)

    def _by_phone(self, draft):
        found = set().union(*(self.by_phone.get(each.e164, ()) for each in draft.phones))
        if len(found) < 2:
            return found
        # A family has one number: then the name tells.
        name = fold(draft.values.get("name", ""))
        named = {pk for pk in found if pk in self.clients and fold(self.clients[pk].name) == name}
        return named if len(named) == 1 else found

    def _by_inn(self, draft):
        inn, kpp = draft.values.get("inn"), draft.values.get("kpp")
        if not inn:
            return set()
        return {
            pk
            for (known_inn, known_kpp), pks in self.by_inn.items()
            if known_inn == inn and (not kpp or known_kpp in {"", kpp})
            for pk in pks
        }

    def _by_email(self, draft):
        name = fold(draft.values.get("name", ""))
        return set().union(*(self.by_email.get((each.lower(), name), ()) for each in draft.emails))


def keys_of(draft) -> list[tuple]:
    """By which a row is known to be one that the file has said already; rows of one organisation
    that name its people are known by any of its keys."""
    keys = all_keys_of(draft)
    if draft.besides.people and not draft.external_key:
        return keys
    first = keys[0][0] if keys else ""
    return [key for key in keys if key[0] == first]


def all_keys_of(draft) -> list[tuple]:
    external = [("external", draft.external_key)] if draft.external_key else []
    inn, name = draft.values.get("inn"), fold(draft.values.get("name", ""))
    return [
        *external,
        *(("phone", each.e164) for each in draft.phones),
        *([("inn", inn, draft.values.get("kpp", ""))] if inn else []),
        *(("email", each.lower(), name) for each in draft.emails),
    ]


def _writings(drafts):
    emails = [each for draft in drafts for each in draft.emails]
    return {*emails, *(each.lower() for each in emails)}


def _grouped(pairs):
    grouped = defaultdict(set)
    for key, client in pairs:
        grouped[key].add(client)
    return grouped
