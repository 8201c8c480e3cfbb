"""The order screen of an accepted order: what is typed, against what is agreed."""

from functools import cached_property

from django.utils.translation import gettext as _

from catalog.tariffs import tariff_on
from orders.amendments import decisions
from orders.amendments.amended import Amended, AmendedLine
from orders.amendments.difference import Difference, difference
from orders.amendments.forms import AmendmentForm
from orders.work_orders.entry import OrderEntry
from orders.work_orders.typed import POSITION
from orders.work_orders.typed_line import TypedLine

WHOLE = 100  # per cent off: a remake is free of charge


class AmendmentEntry(OrderEntry):
    """Priced as on the day of the acceptance, and with the warnings of the trade answered."""

    def __init__(self, data, *, by, order):
        self.data, self.by, self.order, self.is_accepting = data, by, order, True
        self.form = AmendmentForm(data, by=by)
        self.form.is_valid()

    @property
    def client(self):
        return self.order.client

    @cached_property
    def tariff(self):
        return tariff_on(self.order.priced_on, self.order.price_level)

    @cached_property
    def positions(self):
        return {each.pk: each for each in self.order.positions.all()}

    @cached_property
    def earlier(self):
        return self.order.amendments.open().first() if self.order.is_being_amended else None

    @property
    def staying(self):
        """What has left the workshop is shown, and is not typed."""
        return [each for each in self.positions.values() if not each.may_change]

    @property
    def highest(self) -> int:
        return max((each.ordinal for each in self.positions.values()), default=0)

    def line(self, index) -> TypedLine:
        position = self.positions.get(self._named(index))
        return TypedLine(
            self.data,
            index,
            self.tariff,
            position=position,
            by=self.by,
            earlier=self.earlier,
            client_discount=self.order.client_discount_percent,
            order_discount=WHOLE if self.order.remake_of_id else self.discount_percent,
        )

    @property
    def discount_percent(self):
        return self.form.cleaned_data.get("discount_percent", self.order.discount_percent)

    def _named(self, index) -> int | None:
        text = self.data.get(f"line-{index}-{POSITION}", "")
        return int(text) if text.isdecimal() and len(text) < 12 else None

    def amended(self) -> Amended:
        data = self.form.cleaned_data
        return Amended(
            lines=tuple(AmendedLine(line.content, self._named(line.index)) for line in self.begun),
            discount_percent=self.discount_percent,
            comment=data.get("comment", ""),
            address=data.get("address", ""),
            wished_on=data.get("wished_on"),
        )

    @property
    def is_priced(self) -> bool:
        return all(line.result.quote for line in self.begun)

    @cached_property
    def difference(self) -> Difference:
        return difference(self.order, self.amended())

    @property
    def total(self):
        return self.difference.total if self.is_priced else super().total

    @property
    def waits(self):
        """What is typed and the person may not decide alone."""
        return decisions.beyond(self.difference, by=self.by) if self.is_priced else []

    @property
    def deal(self):
        return self.difference.deal

    @property
    def allowance(self):
        return self.difference.allowance if self.is_priced else None

    @property
    def price_difference(self):
        return self.total - self.order.total

    @cached_property
    def promise(self):
        return self.difference.promise()

    @property
    def objection(self) -> str:
        if self.form.errors.keys() & {"token", "order", "version"}:
            return _("This page is too old: reload it, what you typed is kept.")
        if not (self.begun or self.staying):
            return _("Nothing would be left of the order: cancel it instead.")
        missing = [line.result.missing for line in self.begun if line.result.missing]
        if missing or any(line.result.unanswered for line in self.begun):
            return [*missing, _("A warning needs a reason: say why it is made all the same.")][0]
        return ""

    def is_valid(self) -> bool:
        lines_are_read = all(line.result.spec for line in self.begun)
        return self.form.is_valid() and lines_are_read and not self.objection
