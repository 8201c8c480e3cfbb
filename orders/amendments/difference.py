"""The order as it is against what it becomes: what changes, what it costs, when it will be ready.

Prices are those of the acceptance, with the client's discount of that day. What does not change
keeps the price it has. The promised date is kept as long as the workshop has nothing more to do;
otherwise it is counted for the new work alone and only ever moves later. A remake stays free.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from catalog import wording
from catalog.allowed import allowed
from catalog.costing import Deal, Sold, deal_of
from catalog.policy import Allowance
from catalog.pricing import MissingPrice, Tariff
from catalog.spec import LineSpec
from catalog.tariffs import tariff_on
from core.errors import Refused
from orders.amendments.amended import Amended, AmendedLine
from orders.amendments.models import Decision
from orders.models import Position
from orders.work_orders.pricing import PricedLine, free_of_charge, promised_of, quoted
from orders.work_orders.promise import Promise


class Pair(NamedTuple):
    """A position and what it becomes; without a position it is new, without a line it goes.
    `before` is what was made when the two were compared."""

    position: Position | None
    line: AmendedLine | None
    before: LineSpec | None = None

    @property
    def after(self) -> LineSpec | None:
        return self.line.spec if self.line else None

    @property
    def is_changed(self) -> bool:
        return self.before != self.after

    @property
    def is_priced_otherwise(self) -> bool:
        by_hand = self.position.hand_price if self.position else None
        return self.line is not None and self.line.content.hand_price != by_hand

    @property
    def sets_price_by_hand(self) -> bool:
        """What was agreed for one piece is no price of another."""
        by_hand = self.line.content.hand_price if self.line else None
        return by_hand is not None and (self.is_changed or self.is_priced_otherwise)

    @property
    def adds_work(self) -> bool:
        return self.is_changed and self.after is not None and self.after.is_made


@dataclass(frozen=True)
class Difference:
    order: object
    amended: Amended
    pairs: tuple[Pair, ...]
    staying: tuple[Position, ...]  # they have left the workshop, or are handed over

    @cached_property
    def changed(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.is_changed]

    @property
    def touched(self) -> list[Position]:
        """Positions of which something else is made, or nothing."""
        return [pair.position for pair in self.changed if pair.position]

    @cached_property
    def terms(self) -> list[tuple[str, str, str]]:
        """(field of the order, before, after) as text."""
        names = ("discount_percent", "address", "comment")
        both = [(name, getattr(self.order, name), getattr(self.amended, name)) for name in names]
        return [(name, _text(old), _text(new)) for name, old, new in both if old != new]

    @property
    def is_empty(self) -> bool:
        same_words = all(
            pair.line is None or pair.position.overridden == pair.line.content.overridden
            for pair in self.pairs
            if pair.position
        )
        return not (self.changed or self.terms or self.priced or self._is_wished) and same_words

    @property
    def _is_wished(self) -> bool:
        wished = self.amended.wished_on
        return wished is not None and wished != self.order.promised_on

    @cached_property
    def tariff(self) -> Tariff:
        return tariff_on(self.order.priced_on, self.order.price_level)

    @cached_property
    def deal(self) -> Deal:
        """What the order brings and costs then, with all that stays."""
        sold = [_sold(position) for position in self.staying]
        sold += [self._sold(place) for place, pair in enumerate(self.pairs) if pair.line]
        return deal_of(sold, self.tariff, order_discount=self.amended.discount_percent)

    def _sold(self, place) -> Sold:
        priced = self.priced.get(place)
        return priced.sold if priced else _sold(self.pairs[place].position)

    @cached_property
    def allowance(self) -> Allowance | None:
        return allowed(self.order.client, self.deal, self.tariff)

    @cached_property
    def priced(self) -> dict[int, PricedLine]:
        """By the place of the pair: the lines whose price is counted anew."""
        is_repriced = self.order.discount_percent != self.amended.discount_percent
        wanted = {
            place: pair.line.content
            for place, pair in enumerate(self.pairs)
            if pair.line and (is_repriced or pair.is_changed or pair.is_priced_otherwise)
        }
        if self.order.remake_of_id:
            return dict(zip(wanted, free_of_charge(wanted.values()), strict=True))
        try:
            lines = quoted(
                wanted.values(),
                self.tariff,
                client_discount=self.order.client_discount_percent,
                order_discount=self.amended.discount_percent,
            )
        except MissingPrice as missing:
            raise Refused(wording.missing_price(missing)) from None
        return dict(zip(wanted, lines, strict=True))

    def total_of(self, place):
        pair = self.pairs[place]
        if place in self.priced:
            return self.priced[place].quote.total
        return pair.position.total if pair.line else 0

    @property
    def total(self):
        stays = sum(position.total for position in self.staying)
        return stays + sum(self.total_of(place) for place in range(len(self.pairs)))

    def changes_as_json(self) -> list[dict]:
        """What the client is told, position by position; new ones have no number yet."""
        return [
            {
                "position": pair.position.pk if pair.position else None,
                "ordinal": pair.position.ordinal if pair.position else None,
                "before": pair.before.to_json() if pair.before else None,
                "after": pair.after.to_json() if pair.after else None,
                "old_total": str(pair.position.total) if pair.position else None,
                "new_total": str(self.total_of(place)) if pair.line else None,
            }
            for place, pair in enumerate(self.pairs)
            if pair.is_changed or place in self.priced
        ]

    @property
    def adds_work(self) -> bool:
        return any(pair.adds_work for pair in self.pairs)

    def promise(self, decisions=None) -> Promise:
        """What the client wishes goes before what is computed; that it may, others decide."""
        computed, wished = self.computed(decisions), self.amended.wished_on
        if wished is None or wished == computed.on:
            return computed
        return Promise(wished, _("as the client wishes"))

    def computed(self, decisions=None) -> Promise:
        """What fits as it is made already asks for no more time than it was given."""
        kept = {int(pk) for pk, decision in (decisions or {}).items() if decision == Decision.GO_ON}
        work = [
            self.priced[place]
            for place, pair in enumerate(self.pairs)
            if pair.adds_work and (pair.position is None or pair.position.pk not in kept)
        ]
        agreed = Promise(self.order.promised_on, self.order.promised_reason)
        if not any(line.route for line in work):
            return agreed
        later = promised_of(work, besides=[position.pk for position in self.touched])
        return max(agreed, later, key=lambda promise: promise.on)


def difference(order, amended: Amended) -> Difference:
    """A line keeps its position as long as it is the same sort of thing: a service that becomes a
    mirror is another position."""
    positions = {position.pk: position for position in order.positions.all()}
    free = {pk: position for pk, position in positions.items() if position.may_change}
    pairs = []
    for line in amended.lines:
        found = free.get(line.position)
        if found and found.goes_to_shop == line.spec.is_made:
            del free[found.pk]
            pairs.append(Pair(found, line, found.line_spec))
        else:
            pairs.append(Pair(None, line))
    pairs += [Pair(position, None, position.line_spec) for position in free.values()]
    staying = [position for position in positions.values() if not position.may_change]
    return Difference(order, amended, tuple(pairs), tuple(staying))


def _sold(position) -> Sold:
    net = position.total - position.vat_sum
    return Sold(position.line_spec, net, position.hand_price is not None)


def _text(value) -> str:
    return value if isinstance(value, str) else wording.number(value)
