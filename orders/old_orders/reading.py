"""Rows of a file as orders of the time before: what each cell says, and whose the order was."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients.importing import values
from clients.importing.judging import Draft
from clients.importing.kinds import Verdict
from clients.importing.matching import Known
from clients.importing.words import manager_names
from clients.models import Client
from clients.search import fold
from core import clock, phones
from core.errors import Refused
from orders.models import WorkOrder
from orders.old_orders import writing
from orders.old_orders.fields import fields
from orders.work_orders.lifecycle import Status

LONGEST_NUMBER = 40
MOST = Decimal(10) ** 9


@dataclass
class OldOrder:
    number: str = ""
    day: date | None = None
    text: str = ""
    total: Decimal = Decimal(0)
    ending: Status = Status.ARCHIVED
    manager: int | None = None
    draft: Draft = field(default_factory=Draft)  # of whom it was, as imports of clients say it
    client: Client | None = None


class OldOrderReader:
    def __init__(self, user):
        self.user = user
        self.labels = {each.code: each.label for each in fields(user)}
        self.managers, self.states = manager_names(), _states()
        self.seen: dict[str, int] = {}

    def judge(self, rows):
        self.skip(rows)
        right = [row for row in rows if not row.verdict]
        known = set(
            WorkOrder.objects.filter(
                old_number__in=[row.found.number for row in right]
            ).values_list("old_number", flat=True)
        )
        base = Known([row.found.draft for row in right], by=self.user)
        named = self._named([row.found.draft.values["name"] for row in right])
        for row in right:
            if row.found.number in known:
                row.verdict = Verdict.SAME
            else:
                self._place(row, base, named)

    def skip(self, rows):
        for row in rows:
            row.found = self._read(row)
            row.title = f"{row.found.number} {row.cells.get('client', '')}"[:200].strip()
            if row.verdict:
                continue
            before = self.seen.setdefault(row.found.number, row.line)
            if before != row.line:
                row.verdict = Verdict.DUPLICATE
                row.notes = [("", _("Stands in line %(line)s already.") % {"line": before})]

    def write(self, rows, changeset):
        writing.add([row.found for row in rows], changeset, by=self.user)

    def _read(self, row) -> OldOrder:
        order = OldOrder()
        order.draft.values["name"] = row.cells.get("client", "")
        for code, cell in row.cells.items():
            if cell:
                try:
                    self._take(order, code, cell)
                except (ValueError, Refused) as refusal:
                    row.fault(self.labels.get(code, ""), refusal)
        for code, given in (("number", order.number), ("day", order.day)):
            if not given and not row.cells.get(code):
                row.fault(self.labels[code], _("This is missing."))
        return order

    def _take(self, order, code, cell):
        if code == "phone":
            order.draft.phones = phones.find_in_lines(cell)
        elif code == "external_key":
            order.draft.external_key = cell
        elif code == "state":
            order.ending = self._state(cell)
        elif code == "manager":
            order.manager = self.managers.get(" ".join(cell.split()).lower())
        elif code in READ:
            setattr(order, code, READ[code](cell))

    def _state(self, cell):
        if fold(cell) not in self.states:
            raise ValueError(
                _("“%(text)s” is not finished: only old orders are brought into the archive.")
                % {"text": cell[:80]}
            )
        return self.states[fold(cell)]

    def _named(self, names):
        """{folded name: those who bear it}, for orders that say nothing else of their client."""
        found = {}
        bearing = Client.objects.visible_to(self.user).filter(
            folded_name__in={fold(name) for name in names if name}
        )
        for client in bearing.without_grams():
            found.setdefault(client.folded_name, []).append(client)
        return found

    def _place(self, row, base, named):
        draft = row.found.draft
        found = [base.clients[pk] for pk in base.of(draft) if pk in base.clients]
        found = found or named.get(fold(draft.values["name"]), [])
        if len(found) == 1:
            row.found.client, row.verdict = found[0], Verdict.NEW
        elif found:
            row.fault(self.labels["client"], _("Fits several clients: say a phone."))
        else:
            row.fault(
                self.labels["client"], _("Nobody like this is known: bring the clients in first.")
            )


def _past(day):
    if day > clock.today():
        raise ValueError(_("This day has not come yet."))
    return day


def _sum(cell):
    found = values.decimal(cell)
    if not 0 <= found < MOST:
        raise ValueError(_("A sum is nought or more."))
    return found.quantize(Decimal("0.01"))


def _number(cell):
    return values.text(" ".join(cell.split()), LONGEST_NUMBER)


def _states():
    finished = pgettext("words of a file", "archive, archived, done, closed, handed over, issued")
    cancelled = pgettext("words of a file", "cancelled, refused, annulled")
    labels = {Status.ARCHIVED: finished, Status.CANCELLED: cancelled}
    return {
        fold(word): status
        for status, said in labels.items()
        for word in [str(status.label), *said.split(", ")]
    }


READ = {
    "number": _number,
    "day": lambda cell: _past(values.day(cell)),
    "text": values.text,
    "total": _sum,
}
