"""Reads printed forms as people do."""

import pypdfium2
import zxingcpp
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def words_of(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def pictures_of(pdf: bytes) -> list[int]:
    """How many photographs each page shows."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [len(list(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))) for page in document]
    finally:
        document.close()


def codes_of(pdf: bytes) -> list[str]:
    """What a phone reads from the codes of all pages, at the fineness of a printer."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=300 / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
