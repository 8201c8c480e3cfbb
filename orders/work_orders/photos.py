"""Photographs taken while the order is: they hang on the draft until the positions exist."""

from core import attachments, drafts
from core.models import Attachment, Draft


def take_down(draft_code, upload, *, by) -> Attachment:
    draft = drafts.opened(by, draft_code)
    return attachments.attach(draft, upload, by=by, purpose=Attachment.Purpose.SKETCH)


def taken_down(pks, *, by) -> list[Attachment]:
    """Of these the ones that hang on a draft of this person, as they were taken."""
    drafts_of = Draft.objects.filter(employee=by).values("pk")
    return list(Attachment.objects.of_any(Draft, drafts_of).filter(pk__in=pks)) if pks else []
