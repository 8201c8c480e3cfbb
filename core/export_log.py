from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core import clock
from core.lists import Column, Empty, List, list_page
from core.models import ExportLog


def note(title, count, *, by, file_format, query=""):
    """Written before the file leaves."""
    ExportLog.objects.create(
        by=by,
        at=clock.now(),
        title=str(title)[:200],
        query=query[:2000],
        file_format=file_format,
        count=count,
    )


@list_page
class ExportLogList(List):
    code = "export-log"
    title = _("Log of exports")
    right = "core.view_exportlog"
    url_name = "core:export_log"
    columns = (
        Column("at", pgettext_lazy("moment", "When"), kind="moment", sort="at"),
        Column("by", _("Who"), "by.short_name"),
        Column("title", _("What"), kind="strong"),
        Column("query", _("With the filters")),
        Column("file_format", _("As")),
        Column("count", _("Rows"), kind="number"),
    )
    default_sort = "-at"
    empty = Empty(_("Nothing was exported yet"), _("Who took which rows out is written here."))

    def rows(self):
        return ExportLog.objects.select_related("by")

    def row_url(self, row):
        return ""
