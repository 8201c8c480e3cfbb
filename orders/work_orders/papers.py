"""The papers of an order on its page: the newest revision, the earlier ones, the letters."""

from typing import NamedTuple

from django.db.models import Q

from company.models.employee import named
from core import documents
from core.models import Document, OutgoingMessage
from orders.models import HandOver


def issued_for(order):
    """Its own papers, and the acts of the visits at which it was handed over."""
    visits = order.hand_overs.order_by().values("pk")
    of_visits = Q(owner_type=HandOver._meta.label_lower, owner_id__in=visits)
    its_own = Q(owner_type=order._meta.label_lower, owner_id=order.pk)
    return Document.objects.filter(its_own | of_visits if order.visits else its_own)


class Paper(NamedTuple):
    title: str
    newest: Document
    earlier: list[Document]


def newest_papers_of(order) -> list[Paper]:
    issued = issued_for(order).defer("content").latest_revisions()
    return _by_kind(order, issued)


def papers_of(order) -> list[Paper]:
    issued = issued_for(order).select_related("issued_by")
    issued = issued.defer("content", *named("issued_by"))
    return _by_kind(order, issued.order_by("-revision"))


def _by_kind(order, issued) -> list[Paper]:
    """Each paper has its revisions; of acts there is one for each visit."""
    by_number = {}
    for document in issued:
        by_number.setdefault((document.kind, document.number), []).append(document)
    kinds = [*documents.kinds_of(order), *documents.kinds_of(HandOver)]
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
