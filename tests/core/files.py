"""Files as people send them, and as they should not; each is made here."""

import io
import zipfile
import zlib
from functools import cache

import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

SIDEWAYS, GPS = 6, 0x8825
ORIENTATION, CAMERA = 0x0112, 0x010F
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="80">%s</svg>'
SCRIPTED = SVG % b'<script>alert(1)</script><circle cx="30" cy="40" r="20"/>'


def upload(content, name) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/octet-stream")


def drawn(size=(40, 30)) -> Image.Image:
    """Red in the upper half, blue in the lower: one sees which way up it is."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0], size[1] // 2))
    return image


def saved(image, kind, **more) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **more)
    return data.getvalue()


def png(size=(40, 30), **more) -> bytes:
    return saved(drawn(size), "PNG", **more)


def camera_facts(*, sideways=False) -> Image.Exif:
    facts = Image.Exif()
    facts[CAMERA] = "Phone of Maria"
    if sideways:
        facts[ORIENTATION] = SIDEWAYS
    facts.get_ifd(GPS).update({1: "N", 2: (55.0, 45.0, 7.0), 3: "E", 4: (37.0, 37.0, 4.0)})
    return facts


@cache
def colours() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photo(size=(40, 30), *, sideways=False, kind="JPEG") -> bytes:
    """As a phone takes it, with the place and the camera in it."""
    pillow_heif.register_heif_opener()
    facts = camera_facts(sideways=sideways)
    return saved(drawn(size), kind, exif=facts.tobytes(), icc_profile=colours())


def pdf(script="") -> bytes:
    """One page with a line on it; with a script, one that runs when it is opened."""
    action = f"/OpenAction << /S /JavaScript /JS ({script}) >>" if script else ""
    stream = "20 20 m 180 280 l S"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {action} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    body = "%PDF-1.4\n" + "".join(
        f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, start=1)
    )
    return (body + "trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n").encode()


def cdr(thumbnail: bytes | None = None, inside="content/riffData.cdr") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(inside, b"RIFF")
        if thumbnail:
            packed.writestr("metadata/thumbnails/thumbnail.bmp", thumbnail)
    return data.getvalue()


def old_cdr(bitmap: bytes | None = None) -> bytes:
    chunks = b"vrsn" + (2).to_bytes(4, "little") + b"\x08\x02"
    if bitmap:
        said = (8).to_bytes(4, "little") + bitmap
        chunks += b"DISP" + len(said).to_bytes(4, "little") + said
    return b"RIFF" + (4 + len(chunks)).to_bytes(4, "little") + b"CDR8" + chunks


def bomb_png(side=50_000) -> bytes:
    """A few bytes that say they are a picture of billions of points."""
    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    rows = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    )


def endless_svg() -> bytes:
    """Ten of ten of ten… of one point: small to keep, without end to draw."""
    groups = b'<g id="a0"><rect width="1" height="1"/></g>' + b"".join(
        b'<g id="a%d">%s</g>' % (level, b'<use href="#a%d"/>' % (level - 1) * 10)
        for level in range(1, 9)
    )
    return SVG % groups
