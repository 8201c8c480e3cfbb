"""What a file is by its content; a name proves nothing."""

import warnings
import zipfile
from dataclasses import dataclass
from xml.parsers import expat

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from core.errors import Refused

MAX_PIXELS = 60_000_000
MAX_ZIP_ENTRIES = 5_000
HEAD = 64
PDF, SVG, CDR = "application/pdf", "image/svg+xml", "application/vnd.corel-draw"
PNG, JPEG, HEIC = "image/png", "image/jpeg", "image/heic"
RASTER = {"PNG": PNG, "JPEG": JPEG}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
SVG_ROOT = "http://www.w3.org/2000/svg svg"


@dataclass(frozen=True)
class Kind:
    """Photographs are told apart by cameras as they like; other names are held to their word."""

    title: str
    family: str
    extension: str


KINDS = {
    PNG: Kind("PNG", "picture", ".png"),
    JPEG: Kind("JPEG", "picture", ".jpg"),
    HEIC: Kind("HEIC", "picture", ".heic"),
    PDF: Kind("PDF", "pdf", ".pdf"),
    SVG: Kind("SVG", "svg", ".svg"),
    CDR: Kind("CDR", "cdr", ".cdr"),
}
FAMILIES = {kind.extension: kind.family for kind in KINDS.values()} | {
    ".jpeg": "picture",
    ".heif": "picture",
}


def kind_of(file) -> str:
    """The content type; Refused where it is none of ours, or too large to be looked at."""
    file.seek(0)
    head = file.read(HEAD)
    for is_it, content_type in (
        (head.startswith(b"%PDF-"), PDF),
        (head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS, HEIC),
        (head[:4] == b"RIFF" and head[8:11].upper() == b"CDR", CDR),
        (head[:4] == b"PK\x03\x04" and _is_packed_cdr(file), CDR),
        (head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and _is_svg(file), SVG),
    ):
        if is_it:
            return content_type
    return _raster(file)


def _is_packed_cdr(file) -> bool:
    """CorelDRAW since X4 packs its drawing; nothing is unpacked here."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    drawing = {"content/riffData.cdr", "content/root.dat"}
    return len(names) <= MAX_ZIP_ENTRIES and not drawing.isdisjoint(names)


class _NotSvg(Exception):
    pass


def _is_svg(file) -> bool:
    """Well-formed, with an <svg> root. A DOCTYPE that declares nothing is how CorelDRAW writes;
    what it may name is never fetched, and one that declares entities is refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found = []

    def start(name, _attributes):
        if name != SVG_ROOT:
            raise _NotSvg
        found.append(name)
        parser.StartElementHandler = None  # only the root is looked at

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _doctype
    parser.EntityDeclHandler = parser.ExternalEntityRefHandler = _refuse
    file.seek(0)
    try:
        parser.ParseFile(file)
    except (expat.ExpatError, _NotSvg, ValueError):
        return False
    return bool(found)


def _doctype(_name, _system, _public, declares):
    if declares:
        raise _NotSvg


def _refuse(*_declared):
    raise _NotSvg


def _raster(file) -> str:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=list(RASTER)) as image:
                refuse_too_many_pixels(image.width * image.height)
                image.verify()
                return RASTER[image.format]
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        refuse_too_many_pixels(MAX_PIXELS + 1)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise Refused(
            _("Only PNG, JPEG and HEIC pictures, PDF, SVG and CDR files can be attached.")
        ) from None


def refuse_too_many_pixels(pixels):
    if pixels > MAX_PIXELS:
        raise Refused(_("The picture is too large. Send a smaller one."))


def refuse_false_name(name, content_type):
    """Somebody who opens «contract.png» must not get a PDF."""
    stem, dot, ending = name.rpartition(".")
    said = FAMILIES.get(f".{ending.lower()}") if stem and dot else None
    if said and said != KINDS[content_type].family:
        raise Refused(
            _("The file is called .%(ending)s, but inside it is %(kind)s. Send it by its own name.")
            % {"ending": ending, "kind": KINDS[content_type].title}
        )
