"""HTML to PDF: WeasyPrint with one set of fonts, fed by our own static files and nothing else."""

import gc
from ctypes import CDLL
from functools import cache
from pathlib import Path
from threading import Event, Lock
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.signals import request_finished
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

STATIC_BASE = "https://static.invalid/"
PAPER_STYLES = [
    "css/paper_fonts.css",
    "css/paper.css",
    "css/paper_order.css",
    "css/paper_labels.css",
    "css/paper_acts.css",
    "css/paper_invoice.css",
]
# Pango's font map is not made for threads, and one page at a time is one page's memory.
_one_at_a_time = Lock()
left_behind = Event()  # the boxes of a page


def pdf_from_html(html: str) -> bytes:
    """The same HTML gives the same bytes; fonts and style sheets are read once in a process."""
    with _one_at_a_time:
        give_memory_back()
        page = HTML(string=html, base_url=STATIC_BASE, url_fetcher=fetcher())
        made = page.write_pdf(stylesheets=stylesheets(), font_config=fonts())
        left_behind.set()
        return made


def give_memory_back(**signal):
    """A page's boxes point at each other, some 20 MB of them; left to the collector's own pace they
    and the holes after them make a web worker half as large again. It takes about 15 ms: after the
    answer, so that nobody waits for it; outside of a request, before the next paper."""
    if not left_behind.is_set():
        return
    left_behind.clear()
    gc.collect()
    if trim := getattr(CDLL(None), "malloc_trim", None):  # only glibc has it
        trim(0)


request_finished.connect(give_memory_back, dispatch_uid="papers")


class OwnStaticFiles(URLFetcher):
    """Gives WeasyPrint our own static files and inline data, and nothing else in the world."""

    def fetch(self, url, headers=None):
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if not url.startswith(STATIC_BASE):
            raise ValueError(f"Papers fetch nothing from outside: {url[:80]}")
        return URLFetcherResponse(url, body=_static_file(url).read_bytes())


def _static_file(url) -> Path:
    name = unquote(urlsplit(url).path).lstrip("/")
    found = finders.find(name)
    return Path(found) if found else _collected(name)


def _collected(name) -> Path:
    """In production the sources of the static files may be gone: what was collected is left."""
    root = Path(settings.STATIC_ROOT).resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise ValueError(f"Papers fetch nothing from outside: {name[:80]}")
    return path


@cache
def fetcher():
    return OwnStaticFiles(allowed_protocols={"data", "https"})


@cache
def fonts():
    return FontConfiguration()


@cache
def stylesheets():
    return [
        CSS(url=STATIC_BASE + name, url_fetcher=fetcher(), font_config=fonts())
        for name in PAPER_STYLES
    ]
