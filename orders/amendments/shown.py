"""An amendment in the words of its pages and its paper."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from catalog.assortment import Assortment
from catalog.drawing import PAPER, draw
from catalog.naming import describe
from catalog.spec import LineSpec
from catalog.tariffs import assortment
from orders.amendments.models import Decision
from orders.amendments.spec_changes import Fact, facts_changed
from orders.models import Position, WorkOrder


@dataclass(frozen=True)
class Changed:
    """One position of the amendment; a new one has no number yet, one that goes no `after`."""

    ordinal: int | None
    before: LineSpec | None
    after: LineSpec | None
    old_total: Decimal | None
    new_total: Decimal | None
    position: Position | None  # as it is now, while it exists
    decision: str
    known: Assortment

    @property
    def title_before(self) -> str:
        return describe(self.before, self.known) if self.before else ""

    @property
    def title_after(self) -> str:
        return describe(self.after, self.known) if self.after else ""

    @property
    def quantity(self) -> int:
        return (self.after or self.before).quantity

    @property
    def facts(self) -> list[Fact]:
        if self.before is None or self.after is None:
            return []
        return facts_changed(self.before, self.after, self.known)

    @property
    def kind(self) -> str:
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "repriced" if self.before == self.after else "changed"

    @property
    def picture(self) -> SafeString:
        spec = self.after or self.before
        # The drawing escapes every word of people that it holds.
        return mark_safe(draw(spec, self.known, PAPER, describe(spec, self.known)))

    @property
    def decided(self) -> str:
        return Decision(self.decision).label if self.decision else ""


def changes_of(amendment) -> list[Changed]:
    known = assortment()
    positions = {each.pk: each for each in amendment.order.positions.all()}
    return [
        Changed(
            ordinal=row["ordinal"],
            before=_spec(row["before"]),
            after=_spec(row["after"]),
            old_total=_sum(row["old_total"]),
            new_total=_sum(row["new_total"]),
            position=positions.get(row["position"]),
            decision=amendment.decisions.get(str(row["position"]), ""),
            known=known,
        )
        for row in amendment.changes
    ]


def terms_of(amendment) -> list[Fact]:
    return [
        Fact(_name_of(field), before or _("empty"), after or _("empty"))
        for field, before, after in amendment.terms
    ]


def _name_of(field):
    return str(WorkOrder._meta.get_field(field).verbose_name)


def _spec(data):
    return None if data is None else LineSpec.from_json(data)


def _sum(text):
    return None if text is None else Decimal(text)
