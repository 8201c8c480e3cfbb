"""Which client of the base a row speaks of: by its number in another system, else by phone, INN,
e-mail and name, else, of an organisation, by its contact person's phone or by its name alone. Asked
for a piece of the file at once."""

from collections import defaultdict

from django.db.models import prefetch_related_objects

from clients.importing import naming
from clients.importing.words import kind_of
from clients.models import Client, ClientPhone, ExternalKey, Requisites
from clients.search import fold

ANY = "any"
HANGING = ("phones", "emails", "external_keys", "tags", "people")


class Known:
    """The clients that any row of a piece may speak of."""

    def __init__(self, drafts, *, by, made=None):
        """`made` are the clients that the file's own numbers of cards have become."""
        self.by_number = {
            each.number: (made or {}).get(each.number, each.number)
            for each in drafts
            if each.number
        }
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
        self._find_firms([each for each in drafts if is_firm(each)])
        self.clients = self._fetched(by)

    def _find_firms(self, firms):
        """By their people's phones and by their names."""
        known_firms = Client.objects.organisations()
        self.by_person = _grouped(
            known_firms.filter(
                phones__e164__in=[phone.e164 for each in firms for phone in phones_of_people(each)]
            ).values_list("phones__e164", "pk")
        )
        self.by_name = _grouped(
            (naming.core(name), pk)
            for name, pk in known_firms.filter(
                folded_name__in=[
                    written for each in firms for written in naming.writings(each.values["name"])
                ]
            ).values_list("name", "pk")
        )

    def _fetched(self, by):
        groups = (self.by_phone, self.by_inn, self.by_email, self.by_person, self.by_name)
        pks = {pk for group in groups for found in group.values() for pk in found}
        pks |= {*self.external.values(), *self.by_number.values()}
        seen = Client.objects.visible_to(by).without_grams().select_related("requisites")
        clients = seen.in_bulk(pks)
        prefetch_related_objects(list(clients.values()), *HANGING)
        self.hidden = pks - set(clients)
        return clients

    def of(self, draft) -> list[int]:
        """The clients it may be; one is the answer, several are a question for a person."""
        if draft.external_key in self.external:
            return [self.external[draft.external_key]]
        if client := self._by_number(draft):
            return [client.pk]
        found = self._by_phone(draft) or self._by_inn(draft) or self._by_email(draft)
        if not found and is_firm(draft):
            found = self._by_name(draft) or self._by_person(draft)
        return sorted(found)

    def _by_number(self, draft):
        """In another base than the one that has written the file it may be anybody's."""
        client = self.clients.get(self.by_number.get(draft.number))
        is_theirs = client and not naming.is_another(draft.values.get("name", ""), client.name)
        return client if is_theirs else None

    def _by_phone(self, draft):
        found = set().union(*(self.by_phone.get(each.e164, ()) for each in draft.phones))
        if len(found) < 2:
            return found
        # A family has one number: then the name tells.
        name = naming.core(draft.values.get("name", ""))
        named = {
            pk for pk in found if pk in self.clients and naming.core(self.clients[pk].name) == name
        }
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

    def _by_person(self, draft):
        """Of a row that says nothing of the organisation's own; somebody works for several, or has
        gone to another: the name tells."""
        if _own_keys(draft):
            return set()
        numbers = {each.e164 for each in phones_of_people(draft)}
        found = set().union(*(self.by_person.get(number, ()) for number in numbers))
        name = draft.values["name"]
        return {
            pk
            for pk in found
            if pk not in self.clients or naming.is_part_of(name, self.clients[pk].name)
        }

    def _by_name(self, draft):
        found = self.by_name.get(naming.core(draft.values["name"]), ())
        return {pk for pk in found if pk not in self.clients or _fits(draft, self.clients[pk])}

    def _by_email(self, draft):
        name = fold(draft.values.get("name", ""))
        return set().union(*(self.by_email.get((each.lower(), name), ()) for each in draft.emails))


def keys_of(draft) -> list[tuple]:
    """By which a row is known to be one that the file has said already; rows of one organisation
    that name its people are known by any of its keys."""
    keys = _own_keys(draft)
    if draft.external_key or draft.number:
        return keys[:1]
    if not draft.besides.people:
        keys = [key for key in keys if key[0] == keys[0][0]]
    inn = draft.values.get("inn")
    return [*keys, *_of_firm(draft, "" if inn else ANY)]


def all_keys_of(draft) -> list[tuple]:
    without_inn = [] if draft.values.get("inn") else _of_firm(draft, "")
    return [*_own_keys(draft), *_of_firm(draft, ANY), *without_inn]


def _own_keys(draft):
    external = [("external", draft.external_key)] if draft.external_key else []
    number = [("number", draft.number)] if draft.number else []
    inn, name = draft.values.get("inn"), fold(draft.values.get("name", ""))
    return [
        *external,
        *number,
        *(("phone", each.e164) for each in draft.phones),
        *([("inn", inn, draft.values.get("kpp", ""))] if inn else []),
        *(("email", each.lower(), name) for each in draft.emails),
    ]


def is_known_again(draft) -> bool:
    """Whether the same row finds its client when it comes a second time."""
    return any(key[0] != "number" for key in all_keys_of(draft))


def _of_firm(draft, inn):
    """Whose INN is known is not the same as another of that name with an INN."""
    return [("firm", *naming.whole(draft.values["name"]), inn)] if is_firm(draft) else []


def is_firm(draft) -> bool:
    """Of an organisation the name alone says which one it is."""
    name = draft.values.get("name")
    kind = draft.values.get("kind") or (kind_of(draft.values) if name else "")
    return bool(name and naming.core(name)) and kind == Client.Kind.ORGANISATION


def phones_of_people(draft) -> list:
    return [phone for person in draft.besides.people for phone in person.get("person_phone", ())]


def _fits(draft, client) -> bool:
    """Of the same name, and nothing says that it is another organisation."""
    inn, requisites = draft.values.get("inn"), getattr(client, "requisites", None)
    is_another_inn = inn and requisites and requisites.inn and requisites.inn != inn
    has_another_number = draft.external_key and client.external_keys.all()
    is_same_form = naming.is_same_form(draft.values["name"], client.name)
    return is_same_form and not is_another_inn and not has_another_number


def _writings(drafts):
    emails = [each for draft in drafts for each in draft.emails]
    return {*emails, *(each.lower() for each in emails)}


def _grouped(pairs):
    grouped = defaultdict(set)
    for key, client in pairs:
        grouped[key].add(client)
    return grouped
