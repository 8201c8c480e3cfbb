"""The order screen as it stands: what is typed, what it costs, when it will be ready."""

from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.allowed import allowed
from catalog.allowed_words import SEE_COSTS, margin_sentence, sentence
from catalog.costing import Deal, deal_of
from catalog.norms import route
from catalog.policy import Allowance
from catalog.tariffs import RETAIL, norms_in_force, tariff_on
from company.approvals.answering import decides
from core import clock, money
from core.registry import approval_kinds
from orders.work_orders.actions.sign import signed
from orders.work_orders.forms import OrderForm
from orders.work_orders.known_client import KnownClient, known_client
from orders.work_orders.pricing import OrderContent, promised_date
from orders.work_orders.routes import parted
from orders.work_orders.typed_line import TypedLine
from orders.work_orders.wanted import (
    Wanted,
    approvals_of,
    free_percent,
    limit_of,
    to_ask,
    wanted,
    within_policy,
)

MOST_LINES = 100


class OrderEntry:
    """`data` is the posted form or a kept draft; `line` names the lines in their order.

    What is to be accepted must answer the warnings of the trade; a calculation may leave them.
    """

    def __init__(self, data, *, by, is_accepting=False):
        self.data, self.by, self.is_accepting = data, by, is_accepting
        self.form = OrderForm(data, by=by)
        self.form.is_valid()

    @cached_property
    def client(self):
        return self.form.cleaned_data.get("client")

    @property
    def version(self) -> int:
        return self.form.cleaned_data.get("version") or 0

    @cached_property
    def known(self) -> KnownClient:
        return known_client(self.client, self.by)

    @cached_property
    def tariff(self):
        return tariff_on(clock.today(), self.client.price_level if self.client else RETAIL)

    @cached_property
    def lines(self) -> list[TypedLine]:
        return [self.line(index) for index in indexes(self.data)]

    def line(self, index) -> TypedLine:
        return TypedLine(
            self.data,
            index,
            self.tariff,
            by=self.by,
            client_discount=self.client.discount_percent if self.client else 0,
            order_discount=self.discount_percent,
        )

    @cached_property
    def begun(self) -> list[TypedLine]:
        return [line for line in self.lines if line.is_begun]

    @property
    def is_blank(self) -> bool:
        """Nothing worth keeping has been typed."""
        names = ("client", "phone", "name", "address", "comment", "amount")
        return not (self.begun or any(self.data.get(name, "").strip() for name in names))

    @property
    def total(self) -> Decimal:
        quotes = [line.result.quote for line in self.begun if line.result.quote]
        return sum((quote.total for quote in quotes), money.ZERO)

    @property
    def is_priced(self) -> bool:
        return bool(self.begun) and all(line.result.quote for line in self.begun)

    @cached_property
    def promise(self):
        return self.promise_of(self.begun)

    def promise_of(self, lines):
        specs = [line.form.spec for line in lines if line.form.spec]
        norms, assortment = norms_in_force(), self.tariff.assortment
        routes = [(route(spec, norms, assortment), bool(spec.urgency)) for spec in specs]
        usual, urgent = parted(routes)
        return promised_date(usual, urgent=urgent)

    @property
    def wished_on(self) -> date | None:
        """Shown instead of the computed date; whether it may be, `waits` says."""
        return self.form.cleaned_data.get("wished_on")

    @cached_property
    def to_ask(self) -> list[Wanted]:
        """What is typed and needs somebody's decision."""
        order = self.form.cleaned_data.get("order")
        manager = order.manager if order else self.by
        free = free_percent(order, by=self.by) if order else limit_of(manager, self.by)
        allowed = self.allowance.percent if self.allowance else None
        found = wanted(
            discount_percent=self.discount_percent,
            limit=manager.role.discount_limit,
            wished_on=self.form.cleaned_data.get("wished_on"),
            promised_on=self.promise.on if self.is_priced else date.min,
            by_hand=[line.by_hand for line in self.begun if line.by_hand],
            allowed=allowed,
        )
        approvals = approvals_of(order) if order and found else []
        return to_ask(found, approvals, free_percent=within_policy(free, allowed))

    @cached_property
    def deal(self) -> Deal:
        sold = [line.sold for line in self.begun]
        return deal_of(sold, self.tariff, order_discount=self.discount_percent)

    @property
    def discount_percent(self) -> Decimal:
        return self.form.cleaned_data.get("discount_percent") or Decimal(0)

    @cached_property
    def allowance(self) -> Allowance | None:
        """What the discount policy gives; nothing before there is a price."""
        return allowed(self.client, self.deal, self.tariff) if self.is_priced else None

    @property
    def allowed_in_words(self) -> str:
        return sentence(self.allowance) if self.allowance else ""

    @property
    def margin_in_words(self) -> str:
        """For those who see costs."""
        if not (self.is_priced and self.by.has_perm(SEE_COSTS)):
            return ""
        return margin_sentence(self.deal)

    @property
    def waits(self) -> list[Wanted]:
        """Of these what the person may not decide alone."""
        return [each for each in self.to_ask if not self._decides(each)]

    def _decides(self, each) -> bool:
        order = self.form.cleaned_data.get("order")
        office_id = order.office_id if order else self.by.office_id
        return decides(self.by, approval_kinds[each.kind], each.measure, office_id)

    def complain_of_missing_reason(self):
        if self.waits and not self.form.cleaned_data.get("reason"):
            sentence = _("Say why: whoever decides reads this first.")
            self.form.add_error("reason", sentence)

    @property
    def prepaid(self) -> Decimal:
        return self.form.cleaned_data.get("amount") or money.ZERO

    @property
    def is_signed(self) -> bool:
        """The client has signed what a decision is waited for."""
        order = self.form.cleaned_data.get("order")
        return order is not None and signed(order).exists()

    @property
    def rest(self) -> Decimal:
        return self.total - self.prepaid

    def complain_of_prepayment(self):
        """More than the order costs is a slip of the hand; said where it was typed."""
        if self.is_priced and self.rest < 0:
            words = {"sum": money.amount(self.total)}
            self.form.add_error("amount", _("The order costs only %(sum)s ₽.") % words)

    @property
    def objection(self) -> str:
        """What is wrong with the positions as a whole, in one sentence."""
        if self.form.errors.keys() & {"token", "order", "version"}:
            return _("This page is too old: reload it, what you typed is kept.")
        if not self.begun:
            return _("Add what is to be made: there is no position yet.")
        missing = [line.result.missing for line in self.begun if line.result.missing]
        if missing:
            return missing[0]
        if self.is_accepting and any(line.result.unanswered for line in self.begun):
            return _("A warning needs a reason: say why it is made all the same.")
        return ""

    def is_valid(self) -> bool:
        self.complain_of_prepayment()
        self.complain_of_missing_reason()
        lines_are_read = all(line.form.spec for line in self.begun)
        return self.form.is_valid() and lines_are_read and not self.objection

    def content(self) -> OrderContent:
        data = self.form.cleaned_data
        return OrderContent(
            client=self.form.who(),
            lines=tuple(line.content for line in self.begun),
            ad_source=data["ad_source"],
            discount_percent=data["discount_percent"],
            comment=data["comment"],
            address=data["address"],
            wished_on=data["wished_on"],
            reason=data["reason"],
            prepayment=self.form.prepayment(),
            ground=data["ground"],
        )


def indexes(data) -> list[int]:
    """The lines' indexes in the order in which they stand on the screen, each once."""
    typed = [int(text) for text in data.getlist("line") if text.isdigit() and len(text) < 6]
    return list(dict.fromkeys(typed))[:MOST_LINES]
