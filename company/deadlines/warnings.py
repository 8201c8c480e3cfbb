"""When a deadline warns: a user of the mechanism names its warnings from these."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from company.deadlines.terms import Term, half_of


@dataclass(frozen=True)
class Warn:
    code: str
    moment: Callable[..., datetime]  # of the deadline


def at_half(code="half") -> Warn:
    return Warn(code, lambda line: half_of(line.counted_from, line.due_at, line.unit))


def before(amount, unit, code="before") -> Warn:
    return Warn(code, lambda line: Term(amount, unit).before(line.due_at))


def when_due(code="due") -> Warn:
    return Warn(code, lambda line: line.due_at)


def escalate_after(amount, unit, code="escalation") -> Warn:
    """Nobody has met it: somebody above is told."""
    return Warn(code, lambda line: Term(amount, unit).after(line.due_at))
