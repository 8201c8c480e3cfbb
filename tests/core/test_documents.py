import hashlib
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import translation

import core.paper
from company.models import Firm
from core import documents
from core.errors import Refused
from core.models import Document
from core.paper import STATIC_BASE, OwnStaticFiles, left_behind, pdf_from_html
from tests import given, paper


def receipt_of(order) -> Document:
    return documents.latest("receipt", order)


@pytest.mark.django_db
def test_a_paper_is_stored_at_its_first_opening_with_its_hash():
    receipt = receipt_of(given.order())

    printed = documents.pdf_of(receipt)

    receipt.refresh_from_db()
    assert printed.startswith(b"%PDF-")
    assert receipt.sha256 == hashlib.sha256(printed).hexdigest()
    assert (receipt.revision, receipt.number) == (1, receipt.content["number"])


@pytest.mark.django_db
def test_a_paper_is_printed_again_as_it_was_whatever_the_firm_is_called_now():
    receipt = receipt_of(given.order())
    printed = documents.pdf_of(receipt)

    Firm.objects.update(legal_name="ООО «Другое имя»", inn="7700000016")

    again = documents.pdf_of(Document.objects.get(pk=receipt.pk))
    assert again == printed


@pytest.mark.django_db
def test_a_paper_that_nobody_has_opened_yet_is_frozen_as_well():
    receipt = receipt_of(given.order())

    Firm.objects.update(legal_name="ООО «Другое имя»")

    words = paper.words_of(documents.pdf_of(receipt))
    assert "ООО «Наряд-Стекло»" in words
    assert "Другое имя" not in words


@pytest.mark.django_db
def test_a_stored_paper_that_was_changed_is_refused():
    receipt = receipt_of(given.order())
    documents.pdf_of(receipt)
    receipt.refresh_from_db()
    Path(receipt.pdf.path).write_bytes(b"%PDF-1.7 another sum")

    with pytest.raises(Refused):
        documents.pdf_of(receipt)


@pytest.mark.django_db
def test_a_stored_paper_that_is_lost_is_refused_in_words():
    receipt = receipt_of(given.order())
    documents.pdf_of(receipt)
    receipt.refresh_from_db()
    Path(receipt.pdf.path).unlink()

    with pytest.raises(Refused):
        documents.pdf_of(receipt)


@pytest.mark.django_db
def test_papers_are_russian_for_an_english_reader_too():
    with translation.override("en"):
        order = given.order(paid=1000)
        words = paper.words_of(documents.pdf_of(documents.latest("work_order", order)))

    assert "Оплата" in words
    assert "Payment" not in words


@pytest.mark.django_db(transaction=True)
def test_two_first_openings_at_once_make_one_paper(settings):
    receipt = receipt_of(given.order())
    start = Barrier(2)

    def open_it(_turn):
        document = Document.objects.get(pk=receipt.pk)
        start.wait()
        try:
            return documents.pdf_of(document)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as people:
        first, second = people.map(open_it, range(2))

    assert first == second
    assert len(list(Path(settings.MEDIA_ROOT).rglob("*.pdf"))) == 1


@pytest.mark.django_db
def test_a_paper_is_opened_in_the_browser_under_its_own_name(login):
    olga = given.employee("manager")
    receipt = receipt_of(given.order(by=olga))

    answer = login(olga).get(reverse("core:document", args=[receipt.pk]))

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert documents.file_name(receipt) == f"Товарный чек {receipt.number}.pdf"


def test_the_same_words_give_the_same_bytes():
    assert pdf_from_html("<p>Зеркало") == pdf_from_html("<p>Зеркало")


def test_many_threads_print_at_once():
    with ThreadPoolExecutor(4) as people:
        printed = set(people.map(pdf_from_html, ["<p>Зеркало серебро"] * 12))

    assert len(printed) == 1


@pytest.mark.django_db
def test_what_a_paper_leaves_behind_is_cleared_after_the_answer(login):
    order = given.order()

    answer = login(order.manager).get(reverse("core:document", args=[receipt_of(order).pk]))

    assert answer.content.startswith(b"%PDF-")
    assert not left_behind.is_set()


def test_outside_of_an_answer_it_is_cleared_before_the_next_paper(monkeypatch):
    cleared = []
    pdf_from_html("<p>Зеркало")
    monkeypatch.setattr(core.paper.gc, "collect", lambda: cleared.append(left_behind.is_set()))

    pdf_from_html("<p>Стекло")

    assert cleared == [False]
    assert left_behind.is_set()


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png",
        "https://example.org/a.png",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://example.org/a",
        f"{STATIC_BASE}../../etc/passwd",
        f"{STATIC_BASE}%2e%2e/%2e%2e/manage.py",
        f"{STATIC_BASE}/etc/passwd",
        f"{STATIC_BASE}css/no-such-file.css",
        "https://static.invalid.example.org/a.css",
    ],
)
def test_nothing_but_own_static_files_is_fetched(address):
    with pytest.raises(Exception, match=r"."):
        OwnStaticFiles(allowed_protocols={"data", "https"}).fetch(address)


def test_own_static_files_are_fetched():
    found = OwnStaticFiles().fetch(f"{STATIC_BASE}css/paper.css")

    assert b"@page" in found.read()


@pytest.fixture
def listener():
    """A server on this machine, with the addresses that anybody asked it for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


HOSTILE = """
<style>@import url({where}/a.css); p {{ background: url({where}/b.png) }}</style>
<link rel="stylesheet" href="{where}/c.css"><link rel="attachment" href="{where}/d">
<p>Сумма</p><img src="{where}/e.png"><object data="{where}/f.svg"></object>
<embed src="{where}/g.svg"><a rel="attachment" href="{where}/h">файл</a>
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
<image href="{where}/i.png" width="9" height="9"/><use xlink:href="{where}/j.svg#k"/></svg>
"""


def test_hostile_markup_reaches_no_server(listener):
    where, asked = listener

    printed = pdf_from_html(HOSTILE.format(where=where))

    assert "Сумма" in paper.words_of(printed)
    assert asked == []


def test_hostile_markup_reaches_no_file(tmp_path):
    for name in "abcdefghij":
        (tmp_path / name).write_text("root:x:0:0")

    printed = pdf_from_html(HOSTILE.format(where=tmp_path.as_uri()))

    assert "root" not in paper.words_of(printed)
    assert b"EmbeddedFile" not in printed
    assert b"root:x" not in printed
