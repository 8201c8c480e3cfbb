"""Files that hang on a row: checked by content, visible through their owner."""

from functools import partial
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from core import clock, registry
from core.errors import Refused
from core.models import Attachment
from core.pictures.intake import Kept, received
from core.queue import later

MAX_BYTES = 20 * 1024 * 1024
LONGEST_NAME, LONGEST_PATH = 200, 80
State = Attachment.PreviewState
REMOVE = "core.remove_attachment"


@transaction.atomic
def attach(owner, upload, *, by, purpose="") -> Attachment:
    """Keep a PNG, JPEG, HEIC, PDF, SVG or CDR; refuse by what is inside, not by the name.

    `purpose` is one of Attachment.Purpose. Announces `file_attached` with the attachment. The
    preview is made by the worker once this is committed.
    """
    right = registry.owners[owner._meta.label_lower].attach_right
    if not right or not by.has_perm(right):
        raise PermissionDenied
    if upload.size > MAX_BYTES:
        raise Refused(_("The file is larger than 20 MB. Send a smaller one."))
    attachment = _kept(owner, received(upload), by=by, purpose=purpose)
    registry.announce("file_attached", attachment, by=by)
    return attachment


def copy(attachment, owner, *, by) -> Attachment:
    """The same once more on another row, so that either may be removed alone."""
    with attachment.file.open("rb") as file:
        found = Kept(file.read(), attachment.content_type, attachment.name)
    return _kept(owner, found, by=by, purpose=attachment.purpose)


def _kept(owner, found, *, by, purpose) -> Attachment:
    attachment = Attachment(
        owner_type=owner._meta.label_lower,
        owner_id=owner.pk,
        name=found.name[-LONGEST_NAME:],
        content_type=found.content_type,
        size_bytes=len(found.content),
        purpose=purpose,
        added_at=clock.now(),
        added_by=by,
        preview_state=State.NONE if found.is_small_picture else State.WAITING,
    )
    path = get_valid_filename(found.name)[-LONGEST_PATH:]
    attachment.file.save(path, ContentFile(found.content), save=False)
    attachment.save()
    if attachment.waits_for_preview:
        transaction.on_commit(partial(later, "core.jobs.make_preview", attachment.pk), robust=True)
    return attachment


@transaction.atomic
def remove(attachment, *, by, reason, keep=False) -> Attachment:
    """Nobody works with it any more; the row says who took it away and why. `keep` its content
    where somebody outside has seen it: then it is withdrawn."""
    if not by.has_perm(REMOVE):
        raise PermissionDenied
    locked = Attachment.objects.select_for_update().get(pk=attachment.pk)
    if locked.purpose not in Attachment.OF_PIECES:
        raise Refused(_("A signature stays where it was given."))
    if locked.is_removed:
        raise Refused(_("This file has been removed already."))
    if not reason.strip():
        raise Refused(_("Write down why the file is removed."))
    locked.removed_at, locked.removed_by = clock.now(), by
    locked.removal_reason = reason.strip()
    if not keep:
        _empty(locked)
    locked.save()
    return locked


def _empty(attachment):
    kept = [(stored.storage, stored.name) for stored in _stored(attachment)]
    attachment.file = attachment.preview = ""
    attachment.preview_state = State.NONE
    transaction.on_commit(lambda: [storage.delete(name) for storage, name in kept])


def _stored(attachment):
    return [stored for stored in (attachment.file, attachment.preview) if stored]


def hand_on(files, owner):
    """What hung on a draft hangs on what has become of it."""
    pks = [file.pk for file in files]
    Attachment.objects.filter(pk__in=pks).update(
        owner_type=owner._meta.label_lower, owner_id=owner.pk
    )


def forget(files):
    """The files go once their rows are gone for good."""
    kept = [stored for file in files for stored in _stored(file)]
    files.delete()
    transaction.on_commit(lambda: [stored.delete(save=False) for stored in kept])


def forget_name(attachment):
    """The content stays under a name that says nothing: whoever sent it may be named by theirs."""
    name = f"file-{attachment.pk}{Path(attachment.name).suffix.lower()}"
    if attachment.file:
        storage, old = attachment.file.storage, attachment.file.name
        with attachment.file.open("rb") as file:
            attachment.file.save(name, ContentFile(file.read()), save=False)
        transaction.on_commit(lambda: storage.delete(old))
    attachment.name, attachment.removal_reason = name, ""
    attachment.save(update_fields=["file", "name", "removal_reason"])
