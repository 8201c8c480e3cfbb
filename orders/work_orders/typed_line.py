"""One position of the order screen as it stands there."""

from functools import cached_property, lru_cache

from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from catalog.costing import Sold
from catalog.line_form import LineForm
from catalog.line_result import LineResult, result_of
from catalog.models import PriceListStamp
from catalog.pricing import Tariff
from catalog.tariffs import tariff_on
from core import clock
from orders.work_orders.photos import taken_down
from orders.work_orders.pricing import LineContent
from orders.work_orders.wanted import HandPrice

PHOTO = "photo"


class TypedLine:
    """`position` is the one that an amendment makes of it, `earlier` the amendment that it was
    typed for before."""

    template = "orders/_line.html"

    def __init__(
        self, data, index: int, tariff: Tariff, *, position=None, by=None, earlier=None, **discounts
    ):
        self.index, self.tariff, self.position, self.earlier = index, tariff, position, earlier
        self.data, self.discounts, self.by = data, discounts, by
        self.prefix = f"line-{index}"

    @cached_property
    def is_untouched(self) -> bool:
        return not any(name.startswith(f"{self.prefix}-") for name in self.data)

    @property
    def is_new(self) -> bool:
        return self.position is None

    @property
    def is_begun(self) -> bool:
        return not (self.is_untouched or self.form.is_blank)

    @cached_property
    def form(self) -> LineForm:
        """A line that nobody has begun is not wrong yet, so it is not bound."""
        form = LineForm(self.data, tariff=self.tariff, prefix=self.prefix)
        if not form.is_blank:
            return form
        start = f"{self.prefix}-"
        names = [name for name in self.data if name.startswith(start)]
        typed = {name.removeprefix(start): self.data[name] for name in names}
        return LineForm(tariff=self.tariff, prefix=self.prefix, initial=typed)

    @cached_property
    def result(self) -> LineResult:
        return result_of(self.form, **self.discounts)

    @property
    def content(self) -> LineContent:
        return LineContent(
            self.form.spec, self.result.overridden, self.form.price_by_hand, tuple(self.photos)
        )

    @cached_property
    def photos(self) -> list:
        """Taken down for this line, where somebody is taking an order."""
        typed = self.data.getlist(f"{self.prefix}-{PHOTO}") if self.by else []
        pks = [int(pk) for pk in typed if pk.isdecimal()]
        return taken_down(pks, by=self.by, also_of=self.earlier)

    @property
    def sold(self) -> Sold:
        quote = self.result.quote
        net = quote.total - quote.vat_amount
        return Sold(self.form.spec, net, self.form.price_by_hand is not None)

    @property
    def by_hand(self) -> HandPrice | None:
        price, quote = self.form.price_by_hand, self.result.quote
        if price is None or quote is None:
            return None
        return HandPrice(self.result.title, quote.quantity, price, quote.calculated_price)

    @property
    def html(self) -> SafeString:
        if self.is_untouched:
            return _untouched(type(self), self.index, PriceListStamp.current(), get_language())
        return render_to_string(self.template, {"line": self})


@lru_cache(maxsize=64)
def _untouched(kind, index, stamp, language) -> SafeString:
    """Forty empty fields are the same for everybody as long as the price list stays."""
    line = kind(QueryDict(), index, tariff_on(clock.today()))
    return render_to_string(line.template, {"line": line})
