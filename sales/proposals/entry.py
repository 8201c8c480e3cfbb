"""The screen of a proposal as it stands: what is typed, what it costs, when it would be ready."""

from functools import cached_property

from django.utils.translation import gettext as _

from catalog.costing import deal_of
from catalog.tariffs import RETAIL, tariff_on
from company.approvals.answering import decides
from core import clock, money
from core.registry import approval_kinds
from orders.work_orders.entry import OrderEntry
from sales.proposals import decisions
from sales.proposals.content import ProposalContent, counted
from sales.proposals.forms import ProposalForm
from sales.proposals.typed_line import ProposedLine


class ProposalEntry(OrderEntry):
    """Its client stays once the proposal exists; its lines are in the sum or offered besides."""

    def __init__(self, data, *, by, proposal=None):
        self.data, self.by, self.proposal, self.is_accepting = data, by, proposal, True
        self.form = ProposalForm(data, by=by)
        self.form.is_valid()

    @cached_property
    def client(self):
        return self.proposal.client if self.proposal else self.form.cleaned_data.get("client")

    @property
    def is_blank(self) -> bool:
        names = ("client", "phone", "name", "title")
        return not (self.begun or any(self.data.get(name, "").strip() for name in names))

    @cached_property
    def tariff(self):
        return tariff_on(clock.today(), self.client.price_level if self.client else RETAIL)

    def line(self, index) -> ProposedLine:
        return ProposedLine(
            self.data,
            index,
            self.tariff,
            client_discount=self.client.discount_percent if self.client else 0,
            order_discount=self.discount_percent,
        )

    @cached_property
    def counting(self) -> list[ProposedLine]:
        """Those that are in the sum."""
        pairs = zip(self.begun, counted(self.begun), strict=True)
        return [line for line, is_taken in pairs if is_taken]

    @property
    def total(self):
        quotes = [line.result.quote for line in self.counting if line.result.quote]
        return sum((quote.total for quote in quotes), money.ZERO)

    @cached_property
    def deal(self):
        sold = [line.sold for line in self.counting]
        return deal_of(sold, self.tariff, order_discount=self.discount_percent)

    @cached_property
    def promise(self):
        return self.promise_of(self.counting)

    @cached_property
    def to_ask(self):
        manager = self.proposal.responsible if self.proposal else self.by
        allowed = self.allowance.percent if self.allowance else None
        by_hand = [line.by_hand for line in self.begun if line.by_hand]
        said = {"manager": manager, "allowed": allowed}
        found = decisions.wanted_of(self.discount_percent, by_hand, **said)
        standing = decisions.standing_of(self.proposal) if self.proposal and found else []
        return decisions.undecided(found, standing, by=self.by, **said)

    def _decides(self, each) -> bool:
        office = self.proposal.office_id if self.proposal else self.by.office_id
        kind = approval_kinds[decisions.CODES[each.kind]]
        return decides(self.by, kind, each.measure, office)

    @property
    def objection(self) -> str:
        if self.begun and not self.counting:
            return _("Only options are offered: at least one line must be in the sum.")
        return super().objection

    def is_valid(self) -> bool:
        self.complain_of_missing_reason()
        lines_are_read = all(line.form.spec for line in self.begun)
        return self.form.is_valid() and lines_are_read and not self.objection

    def content(self) -> ProposalContent:
        data = self.form.cleaned_data
        return ProposalContent(
            title=data["title"],
            text=data["text"],
            terms=data["terms"],
            lines=tuple(line.offered for line in self.begun),
            valid_until=data["valid_until"],
            discount_percent=data["discount_percent"],
            person=data["person"],
            deal=data["deal"],
            reason=data["reason"],
        )
