"""The client's hand on a paper."""

import base64
from io import BytesIO

from PIL import Image

WIDEST_PX = (600, 240)


def of(visit) -> str:
    """As a data URI, no larger than the paper needs it; empty where the paper itself is signed."""
    if visit is None or visit.signature is None:
        return ""
    kept = BytesIO()
    with visit.signature.file.open("rb") as file, Image.open(file) as image:
        image.thumbnail(WIDEST_PX)
        image.save(kept, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(kept.getvalue()).decode()}"
