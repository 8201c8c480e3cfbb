"""Rows of a file as clients: what each cell says, whom the row speaks of, and what it changes."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from clients.attributes import attributes
from clients.importing import belongings, naming, values, writing
from clients.importing.fields import PARTS_OF_NAME, fields
from clients.importing.kinds import Verdict
from clients.importing.matching import Known, all_keys_of, is_known_again, keys_of
from clients.importing.words import kind_named, kind_of, manager_names
from clients.models import Client
from clients.search import fold
from core import phones
from core.errors import Refused

LONGEST_KEY = 100
LONGEST_NUMBER = 15
MOST_PHONES = 20


@dataclass
class Draft:
    """What one row says of a client; `client` is whom it speaks of, None: somebody new."""

    external_key: str = ""
    number: int | None = None  # of the card, as our own files name it
    phones: list = field(default_factory=list)
    emails: list = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)  # {code of attribute: value}
    client: Client | None = None
    changes: Any = None  # writing.Changes of one who is known
    besides: belongings.Said = field(default_factory=belongings.Said)
    added: Any = None  # belongings.Added: what of it is not there yet
    further_of: int | None = None  # the line whose client gets one more contact person

    def give(self, carrier):
        """What the row adds is written with `carrier`, a row of the same client."""
        carrier.phones = list(dict.fromkeys([*carrier.phones, *self.phones]))
        carrier.emails = list(dict.fromkeys([*carrier.emails, *self.emails]))
        carrier.besides.join(self.besides)


class ClientReader:
    def __init__(self, user):
        self.user = user
        self.known = {code: _once(each) for code, each in attributes(user).items()}
        self.labels = {each.code: each.label for each in fields(user)}
        self.readers = {
            code: values.reader(each) for code, each in self.known.items() if each.editable
        }
        self.managers = manager_names()
        self.belongings = belongings.Reader()
        self.made: dict[int, int] = {}  # {number of a card in the file: the client here}
        self.seen: dict[int, int] = {}  # a key of a row: the line where it stood first

    def judge(self, rows):
        carriers, carried = {}, []  # {line where the client stood first: the row of this piece}
        for row in self._met(rows):
            line = row.found.further_of or row.line
            if line not in carriers:
                carriers[line] = row
            elif naming.is_another(row.title, carriers[line].title):
                self._is_again(row, line)
            else:
                row.found.give(carriers[line].found)
                carried.append((row, carriers[line]))
        base = Known([row.found for row in carriers.values()], by=self.user, made=self.made)
        for row in carriers.values():
            self._place(row, base)
        for row, carrier in carried:
            self._follow(row, carrier)

    def skip(self, rows):
        """Rows of an earlier run: only their keys matter."""
        self._met(rows)

    def _met(self, rows) -> list:
        """Those that are right and say something that no row before has said."""
        for row in rows:
            row.found = self._read(row)
        right = [row for row in rows if row.verdict != Verdict.WRONG]
        return [row for row in right if not self._stood_before(row)]

    def write(self, rows, changeset):
        new = [row.found for row in rows if row.verdict == Verdict.NEW]
        known = [row.found for row in rows if row.verdict == Verdict.UPDATED and row.found.client]
        writing.add(new, changeset, by=self.user)
        self.made |= {draft.number: draft.client.pk for draft in new if draft.number}
        writing.change(known, changeset)
        besides = [(draft.client, draft.added) for draft in (*new, *known)]
        belongings.write(besides, changeset, by=self.user)

    def _read(self, row) -> Draft:
        cells = _with_name(row.cells)
        draft = Draft()
        for code, cell in cells.items():
            if cell:
                try:
                    self._take(draft, code, cell)
                except (ValueError, Refused) as refusal:
                    row.fault(self.labels.get(code, ""), refusal)
        row.title = cells.get("name", "")[:200]
        if row.verdict != Verdict.WRONG:
            self._demand(row, draft)
        return draft

    def _take(self, draft, code, cell):
        if code in OF_DRAFT:
            name, read = OF_DRAFT[code]
            setattr(draft, name, read(cell))
        elif code == "tags" or code in belongings.GROUPS:
            self.belongings.take(draft.besides, code, cell)
        elif code == "kind":
            draft.values["kind"] = kind_named(cell)
        elif code == "responsible":
            draft.values["responsible"] = self._manager(cell)
        elif code == "name":
            draft.values["name"] = values.text(" ".join(cell.split()), 200)
        else:
            draft.values[code] = self.readers[code](cell)

    def _manager(self, cell):
        found = self.managers.get(" ".join(cell.split()).lower())
        if not found:
            raise ValueError(_("Nobody who works here is called “%(name)s”.") % {"name": cell[:80]})
        return found

    def _demand(self, row, draft):
        if not draft.values.get("name") and not draft.external_key:
            row.fault(self.labels["name"], _("The name is missing."))
        elif not keys_of(draft):
            row.fault("", _without_a_key())

    def _stood_before(self, row) -> bool:
        """Nothing of it is new then; a row of the same client may name one more person."""
        draft = row.found
        before = self._line_of(keys_of(draft))
        for key in all_keys_of(draft):
            self.seen.setdefault(hash(key), before or row.line)
        named = (
            ("person", before or row.line, fold(each["person"])) for each in draft.besides.people
        )
        fresh = {key for key in map(hash, named) if key not in self.seen}
        self.seen |= dict.fromkeys(fresh, row.line)
        if before and fresh:
            draft.further_of = before
            return False
        return self._is_again(row, before)

    def _line_of(self, keys) -> int | None:
        return next((self.seen[hash(key)] for key in keys if hash(key) in self.seen), None)

    def _is_again(self, row, before) -> bool:
        if before:
            row.verdict = Verdict.DUPLICATE
            row.notes = [("", _("Stands in line %(line)s already.") % {"line": before})]
        return bool(before)

    def _place(self, row, base):
        draft, pks = row.found, base.of(row.found)
        if not pks:
            self._new(row, draft)
        elif sentence := _refused(draft, pks, base):
            row.verdict, row.notes = Verdict.DUPLICATE, [("", sentence)]
        elif draft.further_of or not self._is_again(row, self._of_client(row, pks[0])):
            draft.client = base.clients[pks[0]]
            self.made[draft.number] = pks[0]
            if draft.further_of:
                draft.values = {}  # or two rows would write over each other with each run
            row.title = row.title or draft.client.name
            draft.changes = writing.changes_of(draft, self.known)
            draft.added = self.belongings.added(draft.besides, draft.client)
            draft.changes.said += draft.added.told
            row.verdict = Verdict.UPDATED if draft.changes else Verdict.SAME
            row.notes = [*_further(draft), *draft.changes.sentences(self.labels)]

    def _of_client(self, row, pk) -> int | None:
        """The line that has spoken of this client by another key."""
        before = self.seen.setdefault(hash(("client", pk)), row.line)
        return before if before != row.line else None

    def _follow(self, row, carrier):
        """A row whose person is written with another row of this piece."""
        draft, client = row.found, carrier.found.client
        if carrier.verdict in {Verdict.WRONG, Verdict.DUPLICATE}:
            self._is_again(row, carrier.line)
            return
        draft.added = self.belongings.added(draft.besides, client)
        row.title = row.title or carrier.title
        row.verdict = Verdict.UPDATED if draft.added.told else Verdict.SAME
        told = [(str(self.labels.get(code, "")), said) for code, said in draft.added.told]
        row.notes = [*_further(draft), *told]

    def _new(self, row, draft):
        if not draft.values.get("name"):
            row.fault(self.labels["name"], _("The name is missing."))
            return
        if not draft.further_of and not is_known_again(draft):
            row.fault("", _without_a_key())
            return
        draft.values.setdefault("kind", kind_of(draft.values))
        draft.added = self.belongings.added(draft.besides)
        row.verdict = Verdict.UPDATED if draft.further_of else Verdict.NEW
        row.notes = _further(draft)


def _without_a_key():
    return _(
        "Without a phone, an INN, an e-mail or a number in another system "
        "this row would be added again each time."
    )


def _card_number(cell):
    if not cell.isdecimal() or len(cell) > LONGEST_NUMBER:
        raise ValueError(_("“%(text)s” is not a number.") % {"text": cell[:80]})
    return int(cell)


def _numbers(cell):
    found = list(dict.fromkeys(phones.find_in_lines(cell)))
    if len(found) > MOST_PHONES:
        raise ValueError(_("More than %(count)s phones.") % {"count": MOST_PHONES})
    return found


def _emails(cell):
    return [values.email(each) for each in re.split(r"[\s,;]+", cell) if each]


OF_DRAFT = {
    "phone": ("phones", _numbers),
    "email": ("emails", _emails),
    "card_number": ("number", _card_number),
    "external_key": ("external_key", lambda cell: values.text(cell, LONGEST_KEY)),
}


def _further(draft) -> list[tuple[str, str]]:
    if not draft.further_of:
        return []
    said = _("One more contact person of line %(line)s; the client's own fields are taken there.")
    return [("", said % {"line": draft.further_of})]


def _once(attribute):
    """Its list of choices is asked for once, and not for each row."""
    return replace(attribute, choices=cache(attribute.choices) if attribute.choices else None)


def _with_name(cells) -> dict[str, str]:
    """The name in one piece, where a file has it in three."""
    whole = dict(cells)
    parts = [whole.pop(part, "") for part in PARTS_OF_NAME]
    if not whole.get("name"):
        whole["name"] = " ".join(filter(None, parts))
    return whole


def _refused(draft, pks, base) -> str:
    """Why nobody can say by the file alone whom it speaks of, or may not write there."""
    if base.hidden.intersection(pks):
        return _("Known already, and led by others: you do not see this client.")
    names = ", ".join(base.clients[pk].name for pk in pks[:3])
    if len(pks) > 1:
        return _("Fits several clients: %(names)s.") % {"names": names}
    keys = {each.code for each in base.clients[pks[0]].external_keys.all()}
    if draft.external_key in keys:
        return ""
    if draft.external_key and keys:
        return _("The phone, INN or e-mail is that of %(client)s, who has another number.") % {
            "client": names
        }
    if naming.is_another(draft.values.get("name", ""), base.clients[pks[0]].name):
        return _("The phone, INN or e-mail is that of %(client)s: another name.") % {
            "client": names
        }
    return ""
