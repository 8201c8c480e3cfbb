from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from core import export_log, exports, registry


def _opened(request, code):
    if code not in registry.reports:
        raise Http404
    report_class = registry.reports[code]
    if not request.user.has_perm(report_class.right):
        raise PermissionDenied
    return report_class(request.user, request.GET)


@require_GET
def report(request, code):
    return render(request, "core/report.html", {"report": _opened(request, code)})


@require_GET
def report_export(request, code, file_format):
    opened = _opened(request, code)
    heads = [str(column.label) for column in opened.columns]
    lines = [[row[column.code] for column in opened.columns] for row in opened.table]
    if file_format == "csv":
        file = exports.csv_file(heads, lines)
    else:
        file = exports.xlsx_file(str(opened.title), heads, lines)
    query = request.GET.urlencode()
    export_log.note(opened.title, len(lines), by=request.user, file_format=file_format, query=query)
    return FileResponse(file, as_attachment=True, filename=f"{code}.{file_format}")
