from core.models.attachment import Attachment
from core.models.document import Document
from core.models.draft import Draft
from core.models.installation import Installation
from core.models.job import Heartbeat, Job
from core.models.outgoing import OutgoingMessage
from core.models.saved_view import SavedView

__all__ = [
    "Attachment",
    "Document",
    "Draft",
    "Heartbeat",
    "Installation",
    "Job",
    "OutgoingMessage",
    "SavedView",
]
