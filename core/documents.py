"""Papers: issued once with frozen content, stored as PDF, printed again exactly as they were."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from core import clock, registry
from core.models import Document

STATIC_BASE = "https://static.invalid/"
PAPER_STYLES = ["css/paper_fonts.css", "css/paper.css"]
_one_at_a_time = Lock()  # Pango's font map is not made for threads


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
    return Document.objects.create(
        owner_type=owner._meta.label_lower,
        owner_id=owner.pk,
        kind=kind_code,
        number=kind.number(owner),
        revision=earlier + 1,
        content=kind.content(owner),
        issued_at=clock.now(),
        issued_by=by,
    )


def latest(kind_code: str, owner) -> Document | None:
    return Document.objects.of(owner).filter(kind=kind_code).order_by("-revision").first()


def pdf_of(document: Document) -> bytes:
    """The stored PDF; rendered and stored once, whoever asks first."""
    if not document.pdf:
        with transaction.atomic():
            document = Document.objects.select_for_update().get(pk=document.pk)
            if not document.pdf:
                _store(document)
    with document.pdf.open("rb") as file:
        return file.read()


def _store(document):
    data = render(registry.document_kinds[document.kind], _context(document))
    document.sha256 = hashlib.sha256(data).hexdigest()
    name = f"{document.kind}-{document.owner_id}-{document.revision}.pdf"
    document.pdf.save(name, ContentFile(data), save=False)
    document.save(update_fields=["pdf", "sha256"])


def _context(document):
    return {
        **document.content,
        "document_number": document.number,
        "revision": document.revision,
        "issued_at": document.issued_at,
    }


def render(kind: DocumentKind, context: dict) -> bytes:
    return pdf_from_html(render_to_string(kind.template, context))


def pdf_from_html(html: str) -> bytes:
    with _one_at_a_time:
        return HTML(string=html, base_url=STATIC_BASE, url_fetcher=_fetcher()).write_pdf(
            stylesheets=_stylesheets(), font_config=_fonts()
        )


class OwnStaticFiles(URLFetcher):
    """Gives WeasyPrint our own static files and inline data, and nothing else in the world."""

    def fetch(self, url, headers=None):
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if not url.startswith(STATIC_BASE):
            raise ValueError(f"Papers fetch nothing from outside: {url[:80]}")
        name = unquote(urlsplit(url).path).lstrip("/")
        return URLFetcherResponse(url, body=_static_file(name).read_bytes())


def _static_file(name: str) -> Path:
    found = finders.find(name)
    return Path(found) if found else _below(settings.STATIC_ROOT, name)


def _below(root, name):
    path = (Path(root) / name).resolve()
    if not path.is_relative_to(Path(root).resolve()):
        raise ValueError(name)
    return path


@cache
def _fonts():
    return FontConfiguration()


@cache
def _fetcher():
    return OwnStaticFiles(allowed_protocols={"data", "https"})


@cache
def _stylesheets():
    return [
        CSS(url=STATIC_BASE + name, url_fetcher=_fetcher(), font_config=_fonts())
        for name in PAPER_STYLES
    ]
