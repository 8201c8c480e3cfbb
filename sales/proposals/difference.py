"""What a later revision says otherwise than an earlier one."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog import wording
from catalog.tariffs import assortment
from core import cells
from orders.amendments.spec_changes import Fact, facts_changed
from sales.proposals.models import Part, ProposalLine, ProposalRevision


class Said(NamedTuple):
    """Some words of a text: in both revisions, only before, or only now."""

    kind: str  # same | gone | new
    words: str


@dataclass(frozen=True)
class ChangedLine:
    before: ProposalLine | None
    after: ProposalLine | None
    facts: list[Fact]

    @property
    def kind(self) -> str:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def line(self) -> ProposalLine:
        return self.after or self.before


@dataclass(frozen=True)
class Compared:
    earlier: ProposalRevision
    later: ProposalRevision
    lines: list[ChangedLine]
    facts: list[Fact]
    text: list[Said]
    terms: list[Said]

    @property
    def texts(self) -> list[tuple[list[Said], str]]:
        both = [(self.text, _("Text")), (self.terms, _("Terms"))]
        return [(said, title) for said, title in both if said]

    @property
    def is_same(self) -> bool:
        return not (self.lines or self.facts or self.text or self.terms)


def compared(earlier, later) -> Compared:
    return Compared(
        earlier,
        later,
        list(_lines(earlier, later)),
        _facts(earlier, later),
        _words(earlier.text, later.text),
        _words(earlier.terms, later.terms),
    )


def _lines(earlier, later):
    known = assortment()
    before, after = ({line.key: line for line in each.lines.all()} for each in (earlier, later))
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        facts = _facts_of_line(old, new, known) if old and new else []
        if facts or old is None or new is None:
            yield ChangedLine(old, new, facts)


def _facts_of_line(old, new, known) -> list[Fact]:
    pairs = [
        (_("In the sum"), _part(old), _part(new)),
        (_("Price"), wording.money(old.unit_price), wording.money(new.unit_price)),
    ]
    return [*facts_changed(old.line_spec, new.line_spec, known), *_changed(pairs)]


def _part(line):
    if line.is_alternative:
        return _("Alternative, group %(number)s") % {"number": line.group}
    return str(Part(line.part).label)


def _facts(earlier, later) -> list[Fact]:
    names = (
        (_("Sum"), "total", wording.money),
        (_("Discount, %"), "discount_percent", wording.number),
        (_("Holds until"), "valid_until", cells.day),
        (pgettext("promised date", "Ready"), "promised_on", cells.day),
    )
    return _changed(
        [(label, shown(getattr(earlier, name)), shown(getattr(later, name)))
         for label, name, shown in names]
    )  # fmt: skip


def _changed(pairs) -> list[Fact]:
    return [Fact(what, before, after) for what, before, after in pairs if before != after]


def _words(before, after) -> list[Said]:
    """Word by word; nothing where both say the same."""
    if before == after:
        return []
    old, new = before.split(" "), after.split(" ")
    found = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Said("same", " ".join(old[i:j])))
            continue
        if i < j:
            found.append(Said("gone", " ".join(old[i:j])))
        if k < m:
            found.append(Said("new", " ".join(new[k:m])))
    return found
