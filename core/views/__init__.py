from core.views.attachments import attach, attachment, preview
from core.views.documents import document, letter, letters, send_again
from core.views.drafts import discard_draft, keep_draft
from core.views.faults import csrf_failure, locked_out
from core.views.favicon import favicon
from core.views.health import healthz
from core.views.jobs import job, job_progress, job_result, jobs, stop_job
from core.views.lists import (
    begin_with_view,
    export_log,
    forget_view,
    list_export,
    list_neighbours,
    list_summary,
    save_view,
)
from core.views.reports import report, report_export
from core.views.search import search
from core.views.today import home, today

__all__ = [
    "attach",
    "attachment",
    "begin_with_view",
    "csrf_failure",
    "discard_draft",
    "document",
    "export_log",
    "favicon",
    "forget_view",
    "healthz",
    "home",
    "job",
    "job_progress",
    "job_result",
    "jobs",
    "keep_draft",
    "letter",
    "letters",
    "list_export",
    "list_neighbours",
    "list_summary",
    "locked_out",
    "preview",
    "report",
    "report_export",
    "save_view",
    "search",
    "send_again",
    "stop_job",
    "today",
]
