"""What a row says besides the client's own fields: tags, and a contact person with their post,
phones and e-mail. What is there already stays; a second run finds nothing to add."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from clients.importing import values
from clients.models import Client, ClientPhone, ContactPerson, Email, Tag
from clients.search import fold
from core import changesets, clock, phones

PERSON = ("person", "person_post", "person_phone", "person_email")
LONGEST = {"person": 200, "person_post": 120}
Tagged = Client.tags.through


@dataclass
class Said:
    """Of one row: numbers of tags, and the contact person by column."""

    tags: list[int] = field(default_factory=list)
    person: dict = field(default_factory=dict)


@dataclass
class Added:
    """What of it is not there yet; `known` is the contact person who is."""

    tags: list[int] = field(default_factory=list)
    person: dict = field(default_factory=dict)
    known: ContactPerson | None = None
    told: list[tuple[str, str]] = field(default_factory=list)


class Reader:
    def __init__(self):
        self.tags = {fold(tag.name): tag for tag in Tag.objects.active()}
        self.names = {tag.pk: tag.name for tag in self.tags.values()}

    def take(self, said: Said, code, cell):
        if code == "tags":
            said.tags = [self._tag(word) for word in re.split(r"[,;\n]+", cell) if word.strip()]
        elif code == "person_phone":
            said.person[code] = list(dict.fromkeys(phones.find_in_lines(cell)))
        elif code == "person_email":
            said.person[code] = values.email(cell.strip())
        else:
            said.person[code] = values.text(" ".join(cell.split()), LONGEST[code])

    def _tag(self, word):
        found = self.tags.get(fold(word))
        if not found:
            raise ValueError(_("There is no tag “%(name)s”.") % {"name": word.strip()[:80]})
        return found.pk

    def added(self, said: Said, client=None) -> Added:
        has = {tag.pk for tag in client.tags.all()} if client else set()
        found = Added(tags=[pk for pk in dict.fromkeys(said.tags) if pk not in has])
        found.told = [("tags", f"+ {self.names[pk]}") for pk in found.tags]
        if said.person.get("person"):
            _of_person(found, said.person, client)
        return found


def _of_person(found, said, client):
    named = fold(said["person"])
    people = client.people.all() if client else ()
    known = next((each for each in people if fold(each.name) == named), None)
    if known is None:
        found.person = said
        found.told.append(("person", f"+ {said['person']}"))
        return
    numbers = {each.e164 for each in client.phones.all() if each.person_id == known.pk}
    emails = {known.email.lower(), *_further(client, known)}
    fresh = {
        "person_post": said.get("person_post") if said.get("person_post") != known.post else None,
        "person_phone": [p for p in said.get("person_phone", ()) if p.e164 not in numbers],
        "person_email": said.get("person_email"),
    }
    if (fresh["person_email"] or "").lower() in emails:
        fresh["person_email"] = None
    found.known, found.person = known, {code: value for code, value in fresh.items() if value}
    found.told += [(code, f"+ {_words(value)}") for code, value in found.person.items()]


def _further(client, person):
    return {each.email.lower() for each in client.emails.all() if each.person_id == person.pk}


def _words(value):
    return ", ".join(phones.show(*each) for each in value) if isinstance(value, list) else value


def write(said, changeset, *, by):
    """Of many (client, Added); rows that are made are remembered by the changeset."""
    said = [(client, added) for client, added in said if added.tags or added.person]
    tagged = [Tagged(client=client, tag_id=pk) for client, added in said for pk in added.tags]
    _made(changeset, Tagged.objects.bulk_create(tagged))
    people = {id(added): added.known or _new(client, added, by) for client, added in said}
    new = [each for each in people.values() if each.pk is None and each.name]
    _made(changeset, ContactPerson.objects.bulk_create(new))
    changed = {
        added.known.pk: values_
        for _client, added in said
        if added.known and (values_ := _changed(added))
    }
    changesets.update_each(changeset, ContactPerson, changed)
    _reach(changeset, [(client, people[id(added)], added) for client, added in said])


def _new(client, added, by):
    return ContactPerson(
        client=client,
        name=added.person.get("person", ""),
        post=added.person.get("person_post", ""),
        email=added.person.get("person_email", ""),
        created_at=clock.now(),
        created_by=by,
    )


def _changed(added) -> dict:
    post, email = added.person.get("person_post"), added.person.get("person_email")
    changed = {"post": post} if post else {}
    return changed | ({"email": email} if email and not added.known.email else {})


def _reach(changeset, said):
    numbers, emails = [], []
    for client, person, added in said:
        if not person.pk:
            continue
        has = added.known and any(p.person_id == person.pk for p in client.phones.all())
        for place, phone in enumerate(added.person.get("person_phone", ())):
            numbers.append(_number(client, person, phone, is_main=not has and not place))
        email = added.person.get("person_email")
        if email and added.known and added.known.email:
            emails.append(Email(client=client, person=person, email=email))
    _made(changeset, ClientPhone.objects.bulk_create(numbers))
    _made(changeset, Email.objects.bulk_create(emails))


def _number(client, person, phone, *, is_main):
    return ClientPhone(
        client=client,
        person=person,
        e164=phone.e164,
        extension=phone.extension,
        reversed_digits=phones.reversed_tail(phone.e164),
        is_main=is_main,
    )


def _made(changeset, rows):
    """Read again, since what the database generates is not in the new ones."""
    if rows:
        pks = [row.pk for row in rows]
        changesets.created(changeset, type(rows[0]).objects.filter(pk__in=pks).order_by("pk"))
