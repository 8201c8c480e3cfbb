"""Photographs taken while the order is: they hang on the draft until the positions exist."""

from core import attachments, drafts
from core.models import Attachment, Draft


def take_down(draft_code, upload, *, by) -> Attachment:
    draft = drafts.opened(by, draft_code)
    return attachments.attach(draft, upload, by=by, purpose=Attachment.Purpose.SKETCH)


def taken_down(pks, *, by, also_of=None) -> list[Attachment]:
    """Of these the ones that hang on a draft of this person or on `also_of`, as they were taken."""
    if not pks:
        return []
    drafts_of = Draft.objects.filter(employee=by).values("pk")
    found = Attachment.objects.of_any(Draft, drafts_of)
    if also_of:
        found |= Attachment.objects.of(also_of)
    return list(found.filter(pk__in=pks))
