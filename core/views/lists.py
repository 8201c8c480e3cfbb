from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from core import lists, registry
from core.export_log import ExportLogList
from core.lists import export, neighbours, views
from core.models import SavedView


def _opened(request, code):
    if code not in registry.lists:
        raise Http404
    list_class = registry.lists[code]
    if not request.user.has_perm(list_class.right):
        raise PermissionDenied
    return list_class(request.user, request.GET)


@require_GET
def list_summary(request, code):
    page = _opened(request, code)
    context = {"list": page, "summary": page.summary(), "chips": page.chip_links(counted=True)}
    return render(request, "core/_list_summary.html", context)


@require_GET
def list_neighbours(request, code, pk):
    """Asked for by a row's page once it is shown."""
    page = _opened(request, code)
    row = get_object_or_404(page.rows(), pk=pk)
    previous, following = neighbours.neighbours(page, row)
    context = {"previous": previous, "next": following}
    return render(request, "core/_neighbours.html", context)


@require_GET
def list_export(request, code, file_format):
    page = _opened(request, code)
    if file_format not in {"xlsx", "csv", *(each.code for each in page.formats)}:
        raise Http404
    pks = [int(pk) for pk in request.GET.getlist("pk") if pk.isdigit()][:1000]
    rows = export.chosen(page, pks)
    if not pks and rows[: export.AT_ONCE + 1].count() > export.AT_ONCE:
        return redirect("core:job", pk=export.start_job(page, file_format, by=request.user).pk)
    file, name = export.file_of(page, rows, file_format)
    return FileResponse(file, as_attachment=True, filename=name)


@require_GET
def export_log(request):
    return lists.respond(request, ExportLogList)


@require_POST
def save_view(request, code):
    _opened(request, code)
    role = request.POST.get("role", "")
    view = views.keep(
        code,
        by=request.user,
        name=request.POST.get("name", ""),
        query=request.POST.get("query", ""),
        role=get_object_or_404(views.roles(), pk=role) if role.isdecimal() else None,
    )
    return redirect(views.address(view))


@require_POST
def forget_view(request, pk):
    view = get_object_or_404(SavedView.objects.kept_by(request.user), pk=pk)
    view.delete()
    return redirect(list_url(view.list_code))


@require_POST
def begin_with_view(request, pk):
    view = get_object_or_404(SavedView.objects.seen_by(request.user), pk=pk)
    views.begin_with(view, by=request.user)
    return redirect(views.address(view))


def list_url(code):
    return reverse(registry.lists[code].url_name)
