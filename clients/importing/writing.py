"""Clients of a file into the base: many at once, each change remembered by the changeset."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from clients import attributes as kinds
from clients.importing import naming
from clients.models import Client, ClientPhone, Email, ExternalKey, Requisites
from core import changesets, clock, phones


@dataclass
class Changes:
    """What a row adds to a client who is known. What the file leaves empty stays as it is, and so
    does every phone and e-mail that is there."""

    client: dict[str, Any] = field(default_factory=dict)
    requisites: dict[str, str] = field(default_factory=dict)
    phones: list = field(default_factory=list)
    emails: list = field(default_factory=list)
    external_key: str = ""
    said: list[tuple[str, str]] = field(default_factory=list)  # (code, sentence)

    def __bool__(self):
        return bool(self.said)

    def sentences(self, labels) -> list[tuple[str, str]]:
        return [(str(labels.get(code, "")), sentence) for code, sentence in self.said]


def changes_of(draft, known) -> Changes:
    client, changes = draft.client, Changes()
    has = {phone.e164 for phone in client.phones.all()}
    changes.phones = [phone for phone in draft.phones if phone.e164 not in has]
    changes.said += [("phone", f"+ {phones.show(*phone)}") for phone in changes.phones]
    _of_emails(draft, changes)
    keys = {each.code for each in client.external_keys.all()}
    if draft.external_key and draft.external_key not in keys:
        changes.external_key = draft.external_key
        changes.said.append(("external_key", f"+ {draft.external_key}"))
    for code, value in draft.values.items():
        if code == "name" and _is_rewritten(value, client):
            continue
        _of_value(client, changes, known[code], value)
    return changes


def _is_rewritten(name, client):
    return client.kind == Client.Kind.ORGANISATION and naming.is_rewritten(name, client.name)


def _of_emails(draft, changes):
    client = draft.client
    has = {client.email.lower(), *(each.email.lower() for each in client.emails.all())}
    fresh = [each for each in dict.fromkeys(draft.emails) if each.lower() not in has]
    changes.said += [("email", f"+ {each}") for each in fresh]
    if fresh and not client.email:
        changes.client["email"] = fresh.pop(0)
    changes.emails = fresh


def _of_value(client, changes, attribute, value):
    code = attribute.code
    if attribute.source == kinds.OWN:
        key, own = attribute.path.removeprefix("own__"), changes.client.get("own", client.own)
        before = own.get(key)
        if before != value:
            changes.client["own"] = {**own, key: value}
    elif attribute.source == kinds.REQUISITES:
        before = getattr(_requisites(client), code, "")
        if before != value:
            changes.requisites[code] = value
    else:
        before = getattr(client, Client._meta.get_field(code).attname)
        if before != value:
            changes.client[code] = value
    if before != value:
        changes.said.append((code, _sentence(attribute, before, value)))


def _sentence(attribute, before, after):
    if attribute.choices:
        named = {value: str(label) for value, label in attribute.choices()}
        before, after = named.get(before, before), named.get(after, after)
    return _("%(before)s → %(after)s") % {"before": _short(before), "after": _short(after)}


def _short(said):
    return "\u2014" if said in (None, "") else str(said)[:60]


def _requisites(client):
    return getattr(client, "requisites", None)


def add(drafts, changeset, *, by):
    """New ones. Undone, each goes with all that hangs on it, unless somebody works with it."""
    now, clients = clock.now(), []
    for draft in drafts:
        own, columns = {}, {"responsible_id": by.pk}
        for code, value in draft.values.items():
            if code.startswith("own."):
                own[code.removeprefix("own.")] = value
            elif code in COLUMNS:
                columns[COLUMNS[code]] = value
        email = draft.emails[0] if draft.emails else ""
        clients.append(Client(**columns, own=own, email=email, created_at=now, created_by=by))
    made = Client.objects.bulk_create(clients)
    for draft, client in zip(drafts, made, strict=True):
        draft.client = client
    _add_reach(
        (draft.client, draft.phones, draft.emails[1:], draft.external_key) for draft in drafts
    )
    Requisites.objects.bulk_create(
        Requisites(client=draft.client, **given)
        for draft in drafts
        if (given := {code: draft.values[code] for code in REQUISITES if code in draft.values})
    )
    changesets.created(changeset, Client.objects.filter(pk__in=[each.pk for each in made]))


def change(drafts, changeset):
    values = {draft.client.pk: draft.changes.client for draft in drafts if draft.changes.client}
    changesets.update_each(changeset, Client, values)
    requisites = {
        draft.client.pk: draft.changes.requisites for draft in drafts if draft.changes.requisites
    }
    known = set(Requisites.objects.filter(pk__in=requisites).values_list("pk", flat=True))
    changesets.update_each(
        changeset, Requisites, {pk: said for pk, said in requisites.items() if pk in known}
    )
    made = Requisites.objects.bulk_create(
        Requisites(client_id=pk, **said) for pk, said in requisites.items() if pk not in known
    )
    added = _add_reach(
        (draft.client, draft.changes.phones, draft.changes.emails, draft.changes.external_key)
        for draft in drafts
    )
    for rows in (made, *added):
        pks = [row.pk for row in rows]
        if pks:
            changesets.created(changeset, type(rows[0]).objects.filter(pk__in=pks).order_by("pk"))


def _add_reach(said):
    """Of many (client, phones, further e-mails, number in another system); the rows it made."""
    numbers, emails, keys = [], [], []
    for client, found, further, key in said:
        has_main = any(phone.is_main for phone in _known_phones(client))
        numbers += [
            _number(client, phone, not has_main and not at) for at, phone in enumerate(found)
        ]
        emails += [Email(client=client, email=each) for each in dict.fromkeys(further)]
        keys += [ExternalKey(client=client, code=key)] if key else []
    return [
        ClientPhone.objects.bulk_create(numbers),
        Email.objects.bulk_create(emails),
        ExternalKey.objects.bulk_create(keys),
    ]


def _known_phones(client):
    """Of the prefetched ones those that are the client's own; somebody new has none."""
    known = getattr(client, "_prefetched_objects_cache", {}).get("phones", ())
    return [phone for phone in known if phone.person_id is None]


def _number(client, phone, is_main):
    return ClientPhone(
        client=client,
        e164=phone.e164,
        extension=phone.extension,
        reversed_digits=phones.reversed_tail(phone.e164),
        is_main=is_main,
    )


REQUISITES = [each.name for each in Requisites._meta.fields if each.name != "client"]
COLUMNS = {each.name: each.attname for each in Client._meta.concrete_fields if each.name != "own"}
