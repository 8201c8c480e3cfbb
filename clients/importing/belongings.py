"""What a row says besides the client's own fields: tags, and contact persons with their posts,
phones and e-mails. What is there already stays; a second run finds nothing to add."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from clients.importing import values
from clients.models import Client, ClientPhone, ContactPerson, Email, Tag
from clients.search import fold
from core import cells, changesets, clock, phones

PERSON = ("person", "person_post", "person_phone", "person_email")
ONCE = ("person_part", "person_birthday", "person_left")  # of the first group of columns only
MOST_PEOPLE = 5  # as many groups of columns
LONGEST = {"person": 200, "person_post": 120}
Tagged = Client.tags.through


def code_of(part, group) -> str:
    return part if group == 1 else f"{part}_{group}"


GROUPS = {
    code_of(part, group): (part, group) for group in range(1, MOST_PEOPLE + 1) for part in PERSON
} | {part: (part, 1) for part in ONCE}
COLUMNS = {"person_post": "post", "person_part": "part"}
COLUMNS |= {"person_birthday": "birthday", "person_left": "left_on"}


@dataclass
class Said:
    """Of one row: numbers of tags, and the contact persons by their group of columns."""

    tags: list[int] = field(default_factory=list)
    groups: dict[int, dict] = field(default_factory=dict)

    @property
    def people(self) -> list[dict]:
        """Those who have a name; one who is named twice, once."""
        named = {}
        for said in self.groups.values():
            if name := fold(said.get("person", "")):
                named[name] = said | named.get(name, {})
        return list(named.values())

    def join(self, other):
        """What another row says of the same client."""
        self.tags = [*self.tags, *other.tags]
        first = max(self.groups, default=0) + 1
        self.groups |= dict(enumerate(other.people, start=first))


@dataclass
class AddedPerson:
    """What of somebody is not there yet; `known` is the contact person who is."""

    said: dict
    known: ContactPerson | None = None


@dataclass
class Added:
    tags: list[int] = field(default_factory=list)
    people: list[AddedPerson] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)


class Reader:
    def __init__(self):
        self.tags = {fold(tag.name): tag for tag in Tag.objects.active()}
        self.names = {tag.pk: tag.name for tag in self.tags.values()}

    def take(self, said: Said, code, cell):
        if code == "tags":
            said.tags = [self._tag(word) for word in re.split(r"[,;\n]+", cell) if word.strip()]
            return
        part, group = GROUPS[code]
        said.groups.setdefault(group, {})[part] = _read(part, cell)

    def _tag(self, word):
        found = self.tags.get(fold(word))
        if not found:
            raise ValueError(_("There is no tag “%(name)s”.") % {"name": word.strip()[:80]})
        return found.pk

    def added(self, said: Said, client=None) -> Added:
        has = {tag.pk for tag in client.tags.all()} if client else set()
        found = Added(tags=[pk for pk in dict.fromkeys(said.tags) if pk not in has])
        found.told = [("tags", f"+ {self.names[pk]}") for pk in found.tags]
        people = {fold(each.name): each for each in client.people.all()} if client else {}
        for person in said.people:
            _add_person(found, person, client, people.get(fold(person["person"])))
        return found


def _read(part, cell):
    if part == "person_phone":
        return list(dict.fromkeys(phones.find_in_lines(cell)))
    if part == "person_email":
        found = [values.email(each) for each in re.split(r"[\s,;]+", cell) if each]
        return list(dict.fromkeys(found))
    if part == "person_part":
        return _part_named(cell)
    if part in ("person_birthday", "person_left"):
        return values.day(cell)
    return values.text(" ".join(cell.split()), LONGEST[part])


def _part_named(cell):
    found = next((each for each in ContactPerson.Part if fold(str(each.label)) == fold(cell)), None)
    if found is None:
        named = ", ".join(str(each.label) for each in ContactPerson.Part)
        raise ValueError(_("Write one of: %(names)s.") % {"names": named})
    return found.value


def _add_person(found, said, client, known):
    if known is None:
        found.people.append(AddedPerson(said))
        found.told.append(("person", f"+ {said['person']}"))
        return
    numbers = {each.e164 for each in client.phones.all() if each.person_id == known.pk}
    emails = {known.email.lower(), *_further(client, known)}
    fresh = {
        "person_phone": [p for p in said.get("person_phone", ()) if p.e164 not in numbers],
        "person_email": [
            each for each in said.get("person_email", ()) if each.lower() not in emails
        ],
        **{
            code: said.get(code)
            for code, name in COLUMNS.items()
            if _differs(said, code, known, name)
        },
    }
    fresh = {code: value for code, value in fresh.items() if value}
    if fresh:
        found.people.append(AddedPerson(fresh, known))
        found.told += [(code, f"{known.name}: + {_words(value)}") for code, value in fresh.items()]


def _differs(said, code, known, name):
    return said.get(code) != getattr(known, name)


def _further(client, person):
    return {each.email.lower() for each in client.emails.all() if each.person_id == person.pk}


def _words(value):
    if isinstance(value, date):
        return cells.day(value)
    if not isinstance(value, list):
        return ContactPerson.Part(value).label if value in ContactPerson.Part else value
    return ", ".join(each if isinstance(each, str) else phones.show(*each) for each in value)


def write(said, changeset, *, by):
    """Of many (client, Added); rows that are made are remembered by the changeset."""
    said = list(said)
    tagged = [Tagged(client=client, tag_id=pk) for client, added in said for pk in added.tags]
    _made(changeset, Tagged.objects.bulk_create(tagged))
    people = [(client, each) for client, added in said for each in added.people]
    rows = [each.known or _new(client, each, by) for client, each in people]
    _made(changeset, ContactPerson.objects.bulk_create([row for row in rows if row.pk is None]))
    changed = {
        each.known.pk: values_
        for _client, each in people
        if each.known and (values_ := _changed(each))
    }
    changesets.update_each(changeset, ContactPerson, changed)
    _reach(
        changeset, [(client, row, each) for (client, each), row in zip(people, rows, strict=True)]
    )


def _new(client, added, by):
    return ContactPerson(
        client=client,
        name=added.said["person"],
        email=next(iter(added.said.get("person_email", ())), ""),
        created_at=clock.now(),
        created_by=by,
        **_columns(added),
    )


def _columns(added) -> dict:
    return {name: added.said[code] for code, name in COLUMNS.items() if added.said.get(code)}


def _changed(added) -> dict:
    emails = added.said.get("person_email")
    return _columns(added) | ({"email": emails[0]} if emails and not added.known.email else {})


def _reach(changeset, said):
    numbers, emails = [], []
    for client, person, added in said:
        has = added.known and any(p.person_id == person.pk for p in client.phones.all())
        for place, phone in enumerate(added.said.get("person_phone", ())):
            numbers.append(_number(client, person, phone, is_main=not has and not place))
        said_emails = added.said.get("person_email", ())
        further = said_emails if added.known and added.known.email else said_emails[1:]
        emails += [Email(client=client, person=person, email=each) for each in further]
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
