"""Pictures of attached files on papers: `{% picture_of file_id as picture %}` is a data address."""

import base64
from io import BytesIO

from django import template
from PIL import Image

from core.models import Attachment
from core.previews import picture_of as drawn

register = template.Library()
PAPER_PX = (900, 900)


@register.simple_tag
def picture_of(pk):
    """Empty where there is nothing to look at; the paper then says where the file is."""
    attachment = Attachment.objects.filter(pk=pk).exclude(file="").first()
    picture = drawn(attachment) if attachment else None
    if not picture:
        return ""
    return f"data:image/jpeg;base64,{base64.b64encode(_for_paper(picture)).decode()}"


def _for_paper(picture) -> bytes:
    """No finer than a printer of the desk draws it."""
    kept = BytesIO()
    with Image.open(BytesIO(picture), formats=["PNG", "JPEG"]) as image:
        seen = image.convert("RGBA")
        seen.thumbnail(PAPER_PX)
        sheet = Image.new("RGB", seen.size, "white")
        sheet.paste(seen, mask=seen.getchannel("A"))
        sheet.save(kept, "JPEG", quality=80)
    return kept.getvalue()
