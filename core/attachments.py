"""Files that hang on a row: checked by content, visible through their owner."""

import warnings

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from core import clock, registry
from core.errors import Refused
from core.models import Attachment

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 60_000_000
IMAGE_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}


def attach(owner, upload, *, by, purpose="") -> Attachment:
    """Keep an uploaded PNG, JPEG or PDF; refuse by what is inside, not by the name."""
    right = registry.owners[owner._meta.label_lower].attach_right
    if not right or not by.has_perm(right):
        raise PermissionDenied
    if upload.size > MAX_BYTES:
        raise Refused(_("The file is larger than 20 MB. Send a smaller one."))
    content_type = _content_type(upload)
    upload.seek(0)
    name = get_valid_filename(upload.name)[-150:]
    attachment = Attachment(
        owner_type=owner._meta.label_lower,
        owner_id=owner.pk,
        name=upload.name[-200:],
        content_type=content_type,
        size_bytes=upload.size,
        purpose=purpose,
        added_at=clock.now(),
        added_by=by,
    )
    attachment.file.save(name, ContentFile(upload.read()), save=False)
    attachment.save()
    return attachment


def _content_type(upload) -> str:
    upload.seek(0)
    if upload.read(5) == b"%PDF-":
        return "application/pdf"
    upload.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(upload, formats=list(IMAGE_TYPES)) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise Refused(_("The picture is too large. Send a smaller one."))
                image.verify()
                return IMAGE_TYPES[image.format]
    except (UnidentifiedImageError, Image.DecompressionBombWarning, OSError, SyntaxError):
        raise Refused(_("Only PNG and JPEG pictures and PDF files can be attached.")) from None
