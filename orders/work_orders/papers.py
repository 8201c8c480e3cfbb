"""The papers of an order on its page: the newest revision, the earlier ones, the letters."""

from typing import NamedTuple

from company.models.employee import named
from core import documents
from core.models import Document, OutgoingMessage


class Paper(NamedTuple):
    title: str
    newest: Document
    earlier: list[Document]


def newest_papers_of(order) -> list[Paper]:
    issued = Document.objects.of(order).defer("content").latest_revisions()
    return _by_kind(order, issued)


def papers_of(order) -> list[Paper]:
    issued = Document.objects.of(order).select_related("issued_by")
    issued = issued.defer("content", *named("issued_by"))
    return _by_kind(order, issued.order_by("-revision"))


def _by_kind(order, issued) -> list[Paper]:
    by_kind = {}
    for document in issued:
        by_kind.setdefault(document.kind, []).append(document)
    return [
        Paper(kind.title, revisions[0], revisions[1:])
        for kind in documents.kinds_of(order)
        if (revisions := by_kind.get(kind.code))
    ]


def letters_of(order):
    return OutgoingMessage.objects.of(order).select_related("by").defer("body", *named("by"))
