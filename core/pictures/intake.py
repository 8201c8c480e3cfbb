"""What is kept of an uploaded file: judged by content, standing upright, telling no place."""

from io import BytesIO
from pathlib import PurePath
from typing import NamedTuple

from django.utils.translation import gettext as _
from PIL import Image

from core.errors import Refused
from core.pictures import child, kinds, metadata

ORIENTATION, UPRIGHT = 0x0112, 1
SMALL_BYTES, SMALL_PIXELS = 60 * 1024, 2_000_000
BARE = {kinds.JPEG: metadata.bare_jpeg, kinds.PNG: metadata.bare_png}


class Kept(NamedTuple):
    content: bytes
    content_type: str
    name: str

    @property
    def is_small_picture(self):
        """Quick to load and to draw, so that it is its own preview."""
        if self.content_type not in BARE or len(self.content) > SMALL_BYTES:
            return False
        with Image.open(BytesIO(self.content), formats=list(kinds.RASTER)) as image:
            return image.width * image.height <= SMALL_PIXELS


def received(upload) -> Kept:
    """A photograph that lies on its side, or a HEIC, becomes a JPEG; all else stays as it came,
    but for the words of a camera."""
    content_type = kinds.kind_of(upload)
    kinds.refuse_false_name(upload.name, content_type)
    if content_type == kinds.HEIC or (content_type == kinds.JPEG and _lies(upload)):
        return _upright(upload)
    upload.seek(0)
    content = upload.read()
    if content_type in BARE:
        try:
            content = BARE[content_type](content)
        except metadata.Malformed:
            if content_type == kinds.JPEG:
                return _upright(upload)
            raise Refused(_("This picture is damaged. Send it once more.")) from None
    return Kept(content, content_type, _named(upload.name, content_type))


def _upright(upload) -> Kept:
    try:
        content = child.upright(upload)
    except child.NotDrawn:
        raise Refused(_("This photograph cannot be opened. Send it as a JPEG.")) from None
    return Kept(content, kinds.JPEG, _named(upload.name, kinds.JPEG))


def _lies(upload) -> bool:
    upload.seek(0)
    with Image.open(upload, formats=["JPEG"]) as image:
        return image.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT


def _named(name, content_type) -> str:
    """Its own name, with the ending of what it is."""
    kind = kinds.KINDS[content_type]
    path = PurePath(name)
    if kinds.FAMILIES.get(path.suffix.lower()) == kind.family:
        right = {".jpg", ".jpeg"} if content_type == kinds.JPEG else {kind.extension}
        return name if path.suffix.lower() in right else path.stem + kind.extension
    return name + kind.extension
