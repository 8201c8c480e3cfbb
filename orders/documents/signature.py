"""The client's hand on a paper."""

import base64
from io import BytesIO

from PIL import Image

from core.models import Attachment

WIDEST_PX = (600, 240)


def of(visit) -> str:
    """At a hand-over; empty where the paper itself is signed."""
    return _drawn(visit.signature) if visit and visit.signature else ""


def at_acceptance(order) -> str:
    signed = Attachment.objects.of(order).filter(purpose=Attachment.Purpose.ACCEPTANCE).last()
    return _drawn(signed) if signed else ""


def _drawn(signed) -> str:
    """As a data URI, no larger than the paper needs it."""
    with signed.file.open("rb") as file:
        drawn = file.read()
    with Image.open(BytesIO(drawn)) as image:
        picture = drawn if _fits(image) else _smaller(image)
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def _fits(image):
    within = all(size <= widest for size, widest in zip(image.size, WIDEST_PX, strict=True))
    return within and image.format == "PNG"


def _smaller(image) -> bytes:
    kept = BytesIO()
    image.thumbnail(WIDEST_PX)
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()
