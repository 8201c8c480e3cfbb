"""The papers of an order on its page: the newest revision, the earlier ones, the letters."""

from typing import NamedTuple

from company.models.employee import named
from core import documents
from core.models import Document, OutgoingMessage
from core.prepared import prepared
from orders.models import Amendment, HandOver


def issued_for(order):
    """Its own papers, its amendments, and the acts of the visits at which it was handed over."""
    return _issued(order, **_has(order))


def _has(order):
    return {
        "visits": bool(order.visits),
        "amendments": bool(order.revision or order.is_being_amended),
    }


def _issued(order, *, visits, amendments):
    found = Document.objects.of(order)
    if visits:
        found |= _hanging_on(HandOver, order.hand_overs)
    if amendments:
        found |= _hanging_on(Amendment, order.amendments)
    return found


@prepared
def _newest(order, *, visits, amendments):
    issued = _issued(order, visits=visits, amendments=amendments)
    return issued.defer("content").latest_revisions()


def _hanging_on(model, rows):
    return Document.objects.of_any(model, rows.order_by().values("pk"))


class Paper(NamedTuple):
    title: str
    newest: Document
    earlier: list[Document]


def newest_papers_of(order, user) -> list[Paper]:
    return _by_kind(order, _newest(order, **_has(order)), user)


def papers_of(order, user) -> list[Paper]:
    issued = issued_for(order).select_related("issued_by")
    issued = issued.defer("content", *named("issued_by"))
    return _by_kind(order, issued.order_by("-revision"), user)


def _by_kind(order, issued, user) -> list[Paper]:
    """Each paper has its revisions; of acts there is one for each visit."""
    by_number = {}
    for document in issued:
        if document.kind_entry.is_for(user):
            by_number.setdefault((document.kind, document.number), []).append(document)
    kinds = [kind for owner in (order, HandOver, Amendment) for kind in documents.kinds_of(owner)]
    places = {kind.code: place for place, kind in enumerate(kinds)}
    papers = sorted(by_number.items(), key=lambda paper: (places[paper[0][0]], paper[0][1]))
    return [
        Paper(_titled(revisions[0], order), revisions[0], revisions[1:]) for _, revisions in papers
    ]


def _titled(document, order):
    own = document.owner_type == order._meta.label_lower
    return document.title if own else f"{document.title} {document.number}"


def letters_of(order):
    return OutgoingMessage.objects.of(order).select_related("by").defer("body", *named("by"))
