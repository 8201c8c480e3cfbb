from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from core.money import ZERO
from orders.models import Invoice, WorkOrder

INVOICE, ORDER, ADVANCE = "invoice", "order", "line"


def code_of(target) -> str:
    """As a form names it: «invoice-17»."""
    kinds = {"invoice": INVOICE, "workorder": ORDER, "bankline": ADVANCE}
    return f"{kinds[target._meta.model_name]}-{target.pk}"


def open_of(target) -> Decimal:
    if isinstance(target, Invoice):
        return target.open_amount
    return max(target.debt, ZERO) if isinstance(target, WorkOrder) else target.rest


@dataclass(frozen=True)
class Part:
    target: object  # an invoice or an order; of a refund an order or the line of an advance
    amount: Decimal

    @property
    def code(self):
        return code_of(self.target)

    @property
    def is_whole(self):
        return self.amount == open_of(self.target)


@dataclass(frozen=True)
class Candidate:
    """What a line may be booked on, and why."""

    parts: tuple[Part, ...]
    reasons: tuple[str, ...]

    @property
    def code(self) -> str:
        return ",".join(f"{part.code}:{part.amount:.2f}" for part in self.parts)

    @property
    def client(self):
        return self.parts[0].target.client

    @property
    def amount(self) -> Decimal:
        return sum((part.amount for part in self.parts), ZERO)


@dataclass
class Match:
    """`sure` needs nobody; else a person presses one of the candidates, or finds another."""

    sure: Candidate | None = None
    candidates: list[Candidate] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    client_id: int | None = None  # whose money it is, where that is known
    expense_kind_id: int | None = None
    is_refund: bool = False

    def offer(self, candidates: Iterable[Candidate], most: int):
        """The first ones, each once; what follows is not even looked for."""
        seen = set()
        for candidate in candidates:
            if len(self.candidates) == most:
                return
            if candidate.parts and candidate.code not in seen:
                seen.add(candidate.code)
                self.candidates.append(candidate)


def allocated(targets: Iterable, amount: Decimal) -> tuple[Part, ...]:
    """The amount over the targets in their order, no more on each than is open."""
    parts, rest = [], amount
    for target in targets:
        part = min(rest, open_of(target))
        if part > 0:
            parts.append(Part(target, part))
            rest -= part
    return tuple(parts)
