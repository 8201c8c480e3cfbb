"""Who changed what of an order, when, from what to what: read from the history of its rows."""

from itertools import groupby

from django.apps import apps
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from company.models import Employee
from core import cells
from core.changes import Change, Row
from orders.work_orders.lifecycle import PositionStatus

RELATED = ("client", "manager", "office", "ad_source", "debt_allowed_by")
OF_ORDER = (
    *RELATED,
    *("status", "discount_percent", "comment", "address", "revision", "promised_on", "wished_on"),
    *("total", "paid", "cancel_ground", "kept_for_costs", "hand_over_note"),
)
OF_POSITION = ("title", "quantity", "hand_price", "unit_price", "total", "note", "status")


def changes_of(order, user) -> list[Change]:
    """Newest first; what one transaction wrote is one change."""
    of_order = apps.get_model("orders", "WorkOrderEvent").objects.filter(pgh_obj=order.pk)
    of_positions = apps.get_model("orders", "PositionEvent").objects.filter(order=order.pk, part=0)
    of_positions = of_positions.exclude(status=PositionStatus.REMOVED)
    events = [
        *of_order.select_related("pgh_context", *RELATED).order_by("pgh_id"),
        *of_positions.select_related("pgh_context").defer("spec", "explanation").order_by("pgh_id"),
    ]
    events.sort(key=lambda event: event.pgh_created_at)
    people = Employee.objects.in_bulk({_actor(event) for event in events} - {None})
    shown = _Reader(with_money=user.has_perm("orders.see_prices"), removed=_removed(order))
    found = [
        Change(at, people.get(_actor(together[0])), rows)
        for at, together in _by_transaction(events)
        if (rows := shown.rows(together))
    ]
    return found[::-1]


def _removed(order) -> dict[int, list[int]]:
    """The numbers of the positions that each amendment took out, by the amendment's number."""
    if not order.revision:
        return {}
    return {
        amendment.number: [row["ordinal"] for row in amendment.changes if row["after"] is None]
        for amendment in order.amendments.in_force()
    }


def _by_transaction(events):
    for key, together in groupby(events, key=lambda each: (each.pgh_created_at, each.pgh_context)):
        yield key[0], list(together)


def _actor(event):
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


class _Reader:
    """Goes through the events in their order and remembers how things stood."""

    def __init__(self, *, with_money, removed):
        self.with_money, self.removed = with_money, removed
        self.order = None
        self.lines = {}  # by ordinal: the last event of the position

    def rows(self, events) -> list[Row]:
        of_order = [event for event in events if not hasattr(event, "ordinal")]
        lines = [event for event in events if hasattr(event, "ordinal")]
        found = []
        if of_order:
            if self.order:
                found = self._compared(OF_ORDER, self.order, of_order[-1])
                found += self._taken_out(of_order[-1].revision)
            self.order = of_order[-1]
        return found + self._of_lines(lines)

    def _taken_out(self, revision) -> list[Row]:
        """What an amendment takes out is told by the amendment."""
        if revision == self.order.revision:
            return []
        gone = [ordinal for ordinal in self.removed.get(revision, []) if ordinal in self.lines]
        return [Row(_position(each), self.lines.pop(each).title, "") for each in gone]

    def _of_lines(self, events) -> list[Row]:
        """A saved calculation writes all its positions anew, from number 1; the shop changes them
        one by one, and what an amendment adds follows the highest number."""
        now = {event.ordinal: event for event in events}
        anew = any(event.pgh_label == "insert" and event.ordinal == 1 for event in events)
        found = []
        for ordinal, event in sorted(now.items()):
            if before := self.lines.get(ordinal):
                found += self._compared(OF_POSITION, before, event, ordinal)
            elif self.lines:
                found.append(Row(_position(ordinal), "", event.title))
        if anew:
            gone = sorted(self.lines.keys() - now.keys())
            found += [Row(_position(each), self.lines[each].title, "") for each in gone]
        self.lines = now if anew else {**self.lines, **now}
        return found

    def _compared(self, names, before, after, ordinal=None) -> list[Row]:
        fields = [after._meta.get_field(name) for name in names]
        return [
            Row(_named(field, ordinal), _written(before, field), _written(after, field))
            for field in fields
            if getattr(before, field.attname) != getattr(after, field.attname)
            and (self.with_money or not _is_money(field))
        ]


def _position(ordinal):
    return _("Position %(number)s") % {"number": ordinal}


def _named(field, ordinal):
    name = capfirst(str(field.verbose_name))
    if ordinal is None:
        return name
    return _("Position %(number)s: %(what)s") % {"number": ordinal, "what": name}


def _is_money(field):
    return isinstance(field, models.DecimalField) and field.decimal_places == 2


def _written(event, field) -> str:
    value = getattr(event, field.name)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(getattr(event, f"get_{field.name}_display")())
    if _is_money(field):
        return cells.rubles(value)
    if isinstance(field, models.DateField):
        return cells.day(value)
    return str(value)
