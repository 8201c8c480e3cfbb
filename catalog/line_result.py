"""What the editor shows beside a line: picture, price with its explanation, warnings, offers."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from catalog import offers, trade, wording
from catalog.drawing import draw
from catalog.line_form import REASON, LineForm
from catalog.line_reading import written
from catalog.naming import describe
from catalog.pricing import MissingPrice, Quote, at_hand_price, calculate
from catalog.spec import LineSpec

OFFERS_SHOWN = 9  # each has a digit as its key


class Offered(NamedTuple):
    """`sets` are the fields of the editor that take the work on when the offer is chosen."""

    offer: offers.Offer
    title: str
    price: str
    sets: dict[str, str]

    def sets_as_fields(self):
        return list(self.sets.items())


class Warned(NamedTuple):
    code: str
    sentence: str
    field: str
    reason: str
    needs_reason: bool


@dataclass(frozen=True)
class LineResult:
    """The context of catalog/_line_result.html, under the name `result`."""

    form: LineForm
    title: str = ""
    picture: SafeString = field(default_factory=SafeString)
    quote: Quote | None = None
    missing: str = ""
    warnings: list[Warned] = field(default_factory=list)
    offered: list[Offered] = field(default_factory=list)

    @property
    def spec(self) -> LineSpec | None:
        return self.form.spec

    def explained(self):
        return wording.explained(self.quote.rows) if self.quote else []

    @property
    def overridden(self) -> dict[str, str]:
        return {each.code: each.reason for each in self.warnings if each.reason}

    @property
    def unanswered(self) -> list[Warned]:
        """Warnings that nobody has set aside with a reason yet."""
        return [each for each in self.warnings if each.needs_reason and not each.reason]


def result_of(form: LineForm, *, client_discount=0, order_discount=0) -> LineResult:
    """`form` is bound; a line that cannot be read yet has neither picture nor price."""
    if form.is_blank or not form.is_valid() or form.spec is None:
        return LineResult(form)
    spec, assortment = form.spec, form.assortment
    title = describe(spec, assortment)
    quote, missing = None, ""
    try:
        quote = calculate(
            spec, form.tariff, client_discount=client_discount, order_discount=order_discount
        )
        if form.price_by_hand is not None:
            quote = at_hand_price(quote, form.price_by_hand)
    except MissingPrice as error:
        missing = wording.missing_price(error)
    return LineResult(
        form,
        title=title,
        picture=mark_safe(draw(spec, assortment, label=title)),
        quote=quote,
        missing=missing,
        warnings=_warned(form),
        offered=_offered(form),
    )


def _warned(form):
    reasons = form.reasons()
    return [
        Warned(
            each.code,
            each.sentence,
            form.add_prefix(REASON + each.code),
            reasons.get(each.code, ""),
            each.needs_reason,
        )
        for each in _once(trade.warnings(form.spec, form.assortment))
    ]


def _once(cautions):
    """Two holes too near the edge ask for one reason."""
    return {each.code: each for each in reversed(cautions)}.values()


def _offered(form):
    found = offers.possible_works(form.spec, form.tariff)
    return [_offer(offer, form) for offer in found[:OFFERS_SHOWN]]


def _offer(offer, form):
    sets = written(form.spec.having(offer.work), form.assortment)
    before = written(form.spec, form.assortment)
    changed = {name: value for name, value in sets.items() if before.get(name, "") != value}
    return Offered(
        offer,
        wording.named(offer.name, offer.work.width_mm),
        wording.money(offer.price),
        {form.add_prefix(name): _as_typed(value) for name, value in changed.items()},
    )


def _as_typed(value):
    return "on" if value is True else value
