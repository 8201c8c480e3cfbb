"""Whose money a line is and what it pays: asked by the worker and by the page, many lines at once
in a fixed number of queries."""

from orders.money.statements.matching.candidates import Candidate, Match
from orders.money.statements.matching.incoming import match_incoming
from orders.money.statements.matching.known import Known
from orders.money.statements.matching.outgoing import match_outgoing

__all__ = ["Candidate", "Match", "match"]


def match(lines, *, offers=True) -> dict[int, Match]:
    """Without `offers` only what is sure, and what a line is."""
    lines = list(lines)
    known = Known(lines)
    return {
        line.pk: (match_outgoing if line.is_outgoing else match_incoming)(
            line, known, offers=offers
        )
        for line in lines
    }
