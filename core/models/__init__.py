from core.models.attachment import Attachment
from core.models.changeset import ChangedRow, Changeset, Undoable
from core.models.document import Document
from core.models.draft import Draft
from core.models.export_log import ExportLog
from core.models.installation import Installation
from core.models.job import Heartbeat, Job
from core.models.outgoing import OutgoingMessage
from core.models.saved_view import HomeView, SavedView
from core.models.secret_link import SecretLink

__all__ = [
    "Attachment",
    "ChangedRow",
    "Changeset",
    "Document",
    "Draft",
    "ExportLog",
    "Heartbeat",
    "HomeView",
    "Installation",
    "Job",
    "OutgoingMessage",
    "SavedView",
    "SecretLink",
    "Undoable",
]
