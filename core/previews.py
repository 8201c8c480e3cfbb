"""Pictures of attached files: made once by the worker, in a process that may fail by itself."""

import logging
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from core.models import Attachment
from core.pictures import child, kinds

log = logging.getLogger(__name__)
State = Attachment.PreviewState
SWEPT_AT_ONCE = 200


def make(pk: int):
    """Make the preview that waits; two workers do not make the same, and none is tried twice."""
    with transaction.atomic():
        waiting = Attachment.objects.without_preview().select_for_update(skip_locked=True)
        attachment = waiting.filter(pk=pk).first()
        if attachment:
            _make(attachment)


def _make(attachment):
    try:
        with attachment.file.open("rb") as file:
            drawn = child.preview(file, attachment.content_type)
    except child.NothingInside:
        attachment.preview_state = State.NONE
    except (child.NotDrawn, OSError) as fault:
        log.warning("no preview of attachment %s: %s", attachment.pk, fault)
        attachment.preview_state = State.FAILED
    else:
        attachment.preview_state = State.MADE
        attachment.preview.save(f"{attachment.pk}.jpg", ContentFile(drawn), save=False)
    attachment.save(update_fields=["preview", "preview_state"])


def make_all_due():
    """What never reached the queue, or was left by a worker that ended in between."""
    waiting = Attachment.objects.without_preview().order_by("pk").values_list("pk", flat=True)
    for pk in waiting[:SWEPT_AT_ONCE]:
        make(pk)


def picture_of(attachment) -> bytes | None:
    """For papers and letters, which cannot wait for the worker: a JPEG or PNG, if there is one."""
    if attachment.preview_state == State.WAITING:
        make(attachment.pk)
        attachment.refresh_from_db(fields=["preview", "preview_state"])
    shown = attachment.preview or (attachment.is_image and attachment.file)
    if not shown:
        return None
    with shown.open("rb") as file:
        return file.read()


def copy_to_send(attachment) -> tuple[str, bytes, str]:
    """For people outside: what everybody can open. Of an SVG or CDR its picture, if it has one."""
    drawn = picture_of(attachment) if attachment.content_type in {kinds.SVG, kinds.CDR} else None
    if drawn:
        return PurePath(attachment.name).stem + ".jpg", drawn, kinds.JPEG
    with attachment.file.open("rb") as file:
        return attachment.name, file.read(), attachment.content_type
