"""Papers: issued once with frozen content, stored as PDF, printed again exactly as they were."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core import clock, registry
from core.errors import Refused
from core.models import Document
from core.paper import pdf_from_html

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class DocumentKind:
    """`content(owner)` gives JSON that holds all the template shows; `number(owner)` its number."""

    code: str
    title: str
    template: str
    content: Callable
    number: Callable
    owner_label: str  # "orders.workorder"
    order: int = 50
    # What of the client is printed: codes that a role may hide, and then the paper with them.
    shows: tuple[str, ...] = ()

    def is_for(self, user) -> bool:
        return all(user.sees_field(code) for code in self.shows)


def add_kind(kind: DocumentKind):
    registry.document_kinds[kind.code] = kind


def kinds_of(owner) -> list[DocumentKind]:
    label = owner._meta.label_lower
    kinds = [kind for kind in registry.document_kinds.values() if kind.owner_label == label]
    return sorted(kinds, key=lambda kind: kind.order)


def issue(kind_code: str, owner, *, by) -> Document:
    """Freeze a new revision. The caller holds the owner's row lock; the PDF is made when first
    asked for, so a form never fails for the sake of its paper."""
    kind = registry.document_kinds[kind_code]
    earlier = Document.objects.of(owner).filter(kind=kind_code).count()
    with translation.override(settings.LANGUAGE_CODE):
        number, content = kind.number(owner), kind.content(owner)
    return Document.objects.create(
        owner_type=owner._meta.label_lower,
        owner_id=owner.pk,
        kind=kind_code,
        number=number,
        revision=earlier + 1,
        content=content,
        issued_at=clock.now(),
        issued_by=by,
    )


def as_it_is(kind_code: str, owner, *, by) -> Document:
    """The newest revision once more, or a new one where its content would differ now."""
    newest = latest(kind_code, owner)
    with translation.override(settings.LANGUAGE_CODE):
        content = registry.document_kinds[kind_code].content(owner)
    if newest and newest.content == content:
        return newest
    return issue(kind_code, owner, by=by)


def latest(kind_code: str, owner) -> Document | None:
    return Document.objects.of(owner).filter(kind=kind_code).order_by("-revision").first()


def file_name(document: Document) -> str:
    """As people find it among their files, in the firm's language like the paper itself."""
    with translation.override(settings.LANGUAGE_CODE):
        title = str(registry.document_kinds[document.kind].title)
    name = f"{title} {document.number}"
    return f"{name}, {document.revision}.pdf" if document.revision > 1 else f"{name}.pdf"


def pdf_of(document: Document) -> bytes:
    """The stored PDF; rendered and stored once, whoever asks first."""
    if not document.pdf:
        with transaction.atomic():
            document = Document.objects.select_for_update().get(pk=document.pk)
            if not document.pdf:
                return _store(document)
    return _stored(document)


def _store(document) -> bytes:
    data = rendered(document)
    document.sha256 = hashlib.sha256(data).hexdigest()
    name = f"{document.kind}-{document.owner_id}-{document.revision}.pdf"
    document.pdf.save(name, ContentFile(data), save=False)
    document.save(update_fields=["pdf", "sha256"])
    return data


def _stored(document) -> bytes:
    """Refused where the file is not what was printed: a changed paper is worse than none."""
    try:
        with document.pdf.open("rb") as file:
            data = file.read()
    except FileNotFoundError:
        data = b""
    if hashlib.sha256(data).hexdigest() != document.sha256:
        log.error("The file of document %s is lost or damaged: %s", document.pk, document.pdf.name)
        raise Refused(
            _("The stored file of this paper is lost or damaged. It must come from a backup.")
        )
    return data


def rendered(document: Document) -> bytes:
    """Made anew from the frozen content; what people are given is `pdf_of`."""
    return render(registry.document_kinds[document.kind], _context(document))


def _context(document):
    return {
        **document.content,
        "document_number": document.number,
        "revision": document.revision,
        "issued_at": timezone.localtime(document.issued_at),
    }


def render(kind: DocumentKind, context: dict) -> bytes:
    return pdf_from_html(html_of(kind, context))


def html_of(kind: DocumentKind, context: dict) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string(kind.template, context)
