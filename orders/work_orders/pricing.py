"""What a person asks for, priced and promised: the same for the screen and for saving."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from catalog.assortment import GroupFacts
from catalog.costing import Deal, Sold, deal_of
from catalog.grouping import group_of
from catalog.naming import describe
from catalog.norms import StageLoad, route
from catalog.pricing import Quote, Tariff, at_hand_price, calculate, weight_of_piece_kg
from catalog.spec import LineSpec
from catalog.tariffs import assortment, norms_in_force, tariff_on
from clients.models import Client
from company.calendar import WorkCalendar
from company.models import Firm, Stage
from core import clock
from core.money import ZERO
from orders.models import PositionOperation
from orders.money.fiscal_receipt import FiscalReceipt, read_receipt
from orders.work_orders import promise
from orders.work_orders.routes import parted


@dataclass(frozen=True)
class LineContent:
    spec: LineSpec
    overridden: dict = field(default_factory=dict)  # {warning code: reason}
    hand_price: Decimal | None = None  # of one piece
    photos: tuple = ()  # attachments of the draft that the position takes over


class NewClient(NamedTuple):
    """Registered together with their first order; `is_another`: likely duplicates were seen."""

    name: str
    phone: str
    is_another: bool = False


class Prepayment(NamedTuple):
    amount: Decimal
    method: str
    receipt: FiscalReceipt | None = None

    def to_json(self) -> dict:
        text = self.receipt.text if self.receipt else ""
        return {"amount": str(self.amount), "method": self.method, "receipt": text}

    @classmethod
    def from_json(cls, kept):
        return cls(Decimal(kept["amount"]), kept["method"], read_receipt(kept["receipt"]))


class Held(NamedTuple):
    """Prices that were promised before: those of another day, which stand `until` a day. What of
    them somebody has decided, as (kind, approval), is not asked again."""

    priced_on: date
    until: date
    price_level: str
    client_discount_percent: Decimal
    decided: tuple = ()


@dataclass(frozen=True)
class OrderContent:
    """Everything a person decides about an order, before it is priced."""

    client: Client | NewClient
    lines: tuple[LineContent, ...]
    ad_source: object = None
    discount_percent: Decimal = Decimal(0)
    comment: str = ""
    address: str = ""
    wished_on: date | None = None
    reason: str = ""  # why a decision is asked for, where one is needed
    prepayment: Prepayment | None = None  # typed; it is booked when the order is accepted
    ground: str = ""  # the row of an app above that a new order is taken for: see AskedFor
    held: Held | None = None  # else the prices of today


@dataclass(frozen=True)
class PricedLine:
    content: LineContent
    title: str
    quote: Quote
    route: tuple[StageLoad, ...]
    group: GroupFacts | None = None

    @property
    def is_urgent(self) -> bool:
        return bool(self.content.spec.urgency)

    @property
    def sold(self) -> Sold:
        net = self.quote.total - self.quote.vat_amount
        return Sold(self.content.spec, net, self.content.hand_price is not None)

    @property
    def facts(self) -> dict:
        """The fields of a `catalog.lines.Line`."""
        spec, quote = self.content.spec, self.quote
        return {
            "kind": spec.kind,
            "title": self.title,
            "spec": spec.to_json(),
            "product_group_id": self.group.pk if self.group else None,
            "width_mm": spec.width_mm or None,
            "height_mm": spec.height_mm or None,
            "quantity": spec.quantity,
            "unit_price": quote.unit_price,
            "total": quote.total,
            "hand_price": self.content.hand_price,
            "vat_sum": quote.vat_amount,
            "explanation": [row.to_json() for row in quote.rows],
            "overridden": self.content.overridden,
            "weight_kg": quote.weight_kg,
            "note": spec.note,
        }


@dataclass(frozen=True)
class Priced:
    lines: tuple[PricedLine, ...]
    promise: promise.Promise
    tariff: Tariff
    order_discount: Decimal = Decimal(0)

    @property
    def vat_percent(self) -> Decimal | None:
        return self.tariff.policy.vat_percent

    @cached_property
    def deal(self) -> Deal:
        sold = [line.sold for line in self.lines]
        return deal_of(sold, self.tariff, order_discount=self.order_discount)

    @property
    def total(self) -> Decimal:
        return sum((line.quote.total for line in self.lines), Decimal("0.00"))


def price(lines, *, on: date, price_level: str, **discounts) -> Priced:
    """Raises catalog.pricing.MissingPrice, naming what the price list lacks."""
    tariff = tariff_on(on, price_level)
    priced = quoted(lines, tariff, **discounts)
    promised = promised_of(priced)
    return Priced(priced, promised, tariff, discounts.get("order_discount", Decimal(0)))


def quoted(lines, tariff, *, client_discount=0, order_discount=0) -> tuple[PricedLine, ...]:
    """Raises catalog.pricing.MissingPrice."""
    norms = norms_in_force()
    return tuple(
        PricedLine(
            line,
            describe(line.spec, tariff.assortment),
            _quote(line, tariff, client_discount=client_discount, order_discount=order_discount),
            route(line.spec, norms, tariff.assortment),
            group_of(line.spec, tariff.assortment),
        )
        for line in lines
    )


def _quote(line, tariff, **discounts) -> Quote:
    quote = calculate(line.spec, tariff, **discounts)
    return quote if line.hand_price is None else at_hand_price(quote, line.hand_price)


def free_of_charge(lines) -> tuple[PricedLine, ...]:
    """Of a remake: made as any other piece, and paid by the firm, whatever price is typed."""
    norms, known = norms_in_force(), assortment()
    return tuple(_free(line, norms, known) for line in lines)


def _free(line, norms, known):
    spec = line.spec
    weight = weight_of_piece_kg(spec, known) * spec.quantity
    quote = Quote((), ZERO, spec.quantity, weight, None)
    content = replace(line, hand_price=None)
    made = route(spec, norms, known)
    return PricedLine(content, describe(spec, known), quote, made, group_of(spec, known))


def promised_of(lines, *, besides=()) -> promise.Promise:
    usual, urgent = parted((line.route, line.is_urgent) for line in lines)
    return promised_date(usual, urgent=urgent, besides=besides)


def promised_date(routes, *, urgent=(), besides=()) -> promise.Promise:
    """Today's answer for new work, from the open operations of all accepted orders but those of
    the positions `besides` (ids), whose work the routes replace."""
    firm, today = Firm.get(), clock.today()
    rows = Stage.known()
    codes = {stage.pk: stage.code for stage in rows}
    others = PositionOperation.objects.exclude(position__in=besides)
    before = others.urgent().minutes_by_stage() if urgent else {}
    return promise.promise(
        routes,
        queued={codes[pk]: minutes for pk, minutes in others.minutes_by_stage().items()},
        urgent=urgent,
        queued_urgent={codes[pk]: minutes for pk, minutes in before.items()},
        stages={
            stage.code: promise.StageFacts(
                stage.code, stage.name, stage.minutes_per_day, stage.outside_days
            )
            for stage in rows
        },
        calendar=WorkCalendar(today),
        today=today,
        check_days=firm.check_days,
        transport_days=firm.transport_days,
    )
