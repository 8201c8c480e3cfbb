"""The exchange format of banks and 1C (kl_to_1c.txt): what is whole is read, faults are named."""

import io

from django.utils.translation import gettext as _

from core.errors import Refused
from orders.money.statements import values
from orders.money.statements.decoding import DAMAGED, decoded
from orders.money.statements.sections import Section, balance_of, entry_of
from orders.money.statements.statement import Fault, Statement
from orders.money.statements.words import KEYS, MARKS

LONGEST_VALUE = 2_000
MOST_ENTRIES, MOST_FAULTS = 100_000, 200


def read(content: bytes) -> Statement:
    """Refused where it is no statement at all; else what could be read, with its faults."""
    text, encoding = decoded(content)
    reader = _Reader()
    for line, written in enumerate(io.StringIO(text, newline=None), 1):
        if said := written.strip():
            reader.take(line, said)
    return reader.statement(encoding)


class _Reader:
    def __init__(self):
        self.header = Section(line=1)
        self.accounts: dict[str, None] = {}  # in the order of the file
        self.balances, self.entries, self.faults = [], [], []
        self.unsaid_faults = 0
        self.open: Section | None = None
        self.is_begun = self.is_ended = self.is_past_header = False

    def take(self, line, said):
        key, equals, value = said.partition("=")
        mark = MARKS.get(key.strip().lower())
        if not self.is_begun and mark != "begin_file":
            raise Refused(_("This is not a bank statement for 1C: its first line is another one."))
        if mark:
            getattr(self, f"_{mark}")(line, value.strip())
        elif equals:
            self._put(line, key.strip().lower(), value.strip())
        else:
            words = {"line": line, "text": said[:40]}
            self.fault(line, _("Line %(line)s says nothing: “%(text)s”.") % words)

    def _put(self, line, key, value):
        if DAMAGED in value or DAMAGED in key:
            self.fault(line, _("Letters of line %(line)s were lost.") % {"line": line})
        if len(value) > LONGEST_VALUE:
            self.fault(line, _("Line %(line)s is too long: it was cut.") % {"line": line})
            value = value[:LONGEST_VALUE]
        if self.open:
            self.open.put(key, value, line)
        elif self.is_past_header:
            self.fault(line, _("Line %(line)s stands outside of any document.") % {"line": line})
        else:
            self.header.put(key, value, line)
            if key == KEYS["account"]:
                self._own(value)

    def _own(self, account):
        if account := values.account(account):
            self.accounts.setdefault(account)

    def _begin_file(self, line, value):
        self._close(line)
        if self.is_begun:
            self.fault(line, _("Another statement begins at line %(line)s.") % {"line": line})
        self.is_begun, self.is_ended, self.is_past_header = True, False, False

    def _end_file(self, line, value):
        self._close(line)
        self.is_ended = self.is_past_header = True

    def _begin_account(self, line, value):
        self._begin(Section(line))

    def _begin_document(self, line, value):
        if len(self.entries) >= MOST_ENTRIES:
            raise Refused(
                _("The statement has more than %(count)s documents: divide it.")
                % {"count": MOST_ENTRIES}
            )
        self._begin(Section(line, kind=value[:LONGEST_VALUE] or "?"))

    def _begin(self, section):
        self._close(section.line)
        self.open, self.is_past_header = section, True

    def _end_account(self, line, value):
        self._end(line, is_document=False)

    def _end_document(self, line, value):
        self._end(line, is_document=True)

    def _end(self, line, *, is_document):
        if self.open and bool(self.open.kind) == is_document:
            self._keep(is_whole=True)
        else:
            self.fault(line, _("Line %(line)s ends what has not begun.") % {"line": line})
            self._close(line)

    def _close(self, line):
        """A section that is open still when another thing begins has lost its end."""
        if not self.open:
            return
        if not self.open.kind:
            words = {"line": self.open.line}
            self.fault(line, _("The section of line %(line)s has no end.") % words)
        self._keep(is_whole=False)

    def _keep(self, *, is_whole):
        section, self.open = self.open, None
        if section.kind:
            entry = entry_of(section, self.fault, is_whole=is_whole)
            self.entries += [entry] if entry else []
        elif balance := balance_of(section, self.fault):
            self._own(balance.account)
            self.balances.append(balance)

    def fault(self, line, text):
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(line, text))
        else:
            self.unsaid_faults += 1

    def statement(self, encoding) -> Statement:
        self._close(0)
        if not (self.accounts or self.entries):
            raise Refused(_("Nothing in this file can be read as a bank statement."))
        if not self.is_ended:
            self.fault(0, _("The end of the file is missing: the statement may be cut off."))
        if self.unsaid_faults:
            said = _("And %(count)s faults more.") % {"count": self.unsaid_faults}
            self.faults.append(Fault(0, said))
        return Statement(
            encoding=encoding,
            sender=self.header.text(KEYS["sender"]),
            since=values.day(self.header.text(KEYS["since"])),
            until=values.day(self.header.text(KEYS["until"])),
            accounts=tuple(self.accounts),
            balances=tuple(self.balances),
            entries=tuple(self.entries),
            faults=tuple(self.faults),
        )
