"""The commercial proposal as it is printed."""

from itertools import count

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from catalog import wording
from catalog.drawing import PAPER, draw
from catalog.naming import works
from catalog.tariffs import assortment
from company.models import VatRegime
from core import money
from core.documents import DocumentKind, add_kind
from core.words import rubles_in_words
from orders.documents import parties, positions, sums
from sales.proposals import words
from sales.proposals.actions.keep import PAPER as CODE
from sales.proposals.pictures import pictures_of
from sales.proposals.shown import groups_of


def content(revision) -> dict:
    proposal = revision.proposal
    lines = list(revision.lines.all())
    groups, numbers = groups_of(lines), count(1)
    known, percent = assortment(), VatRegime.percent_on(revision.priced_on)
    return {
        "number": proposal.number,
        "revision_number": revision.number,
        "date": sums.day(localdate(revision.sent_at or revision.made_at)),
        "title": proposal.title,
        "valid_until": sums.day(revision.valid_until),
        "promised_on": sums.day(revision.promised_on),
        "firm": parties.firm(),
        "office": parties.office(proposal),
        "client": proposal.client.name,
        "person": proposal.person.name if proposal.person else "",
        "manager": parties.employee(proposal.responsible),
        "text": words.filled(revision.text, revision),
        "terms": words.filled(revision.terms, revision),
        "discount": wording.number(revision.discount_percent) if revision.discount_percent else "",
        "groups": [_group(group, known, numbers) for group in groups],
        "pictures": [file.pk for file in pictures_of(revision)],
        "count": sum(line.is_taken for line in lines),
        "total": str(revision.total),
        "in_words": rubles_in_words(revision.total),
        "vat": _vat(lines, percent),
    }


def _group(group, known, numbers) -> dict:
    """Numbered as they stand on the paper."""
    rows = [
        {
            **positions.plain(line),
            "ordinal": next(numbers),
            "works": works(line.line_spec, known),
            "picture": draw(line.line_spec, known, PAPER, line.title),
            "is_taken": line.is_taken,
        }
        for line in group.lines
    ]
    return {"part": group.part, "number": group.number, "lines": rows}


def _vat(lines, percent) -> dict | None:
    if percent is None:
        return None
    amounts = [money.included_vat(line.total, percent) for line in lines if line.is_taken]
    return {"percent": wording.number(percent), "amount": str(sum(amounts, money.ZERO))}


def contribute():
    add_kind(
        DocumentKind(
            code=CODE,
            title=_("Commercial proposal"),
            template="sales/documents/proposal.html",
            content=content,
            number=str,
            owner_label="sales.proposalrevision",
        )
    )
