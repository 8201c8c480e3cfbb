from itertools import islice

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clients.actions import importing as actions
from clients.forms import ColumnsForm
from clients.importing import kinds, reading
from clients.models import Import, ImportRow
from core.errors import Refused

WITH = ("job", "changeset__undone_by", "changeset__undo_job", "by")
SHOWN = 20
LATEST = 20
SAMPLES = 3


def _mine(request, pk):
    seen = Import.objects.visible_to(request.user).select_related(*WITH)
    found = get_object_or_404(seen, pk=pk)
    if not request.user.has_perm(kinds.kind_of(found.kind).right):
        raise PermissionDenied
    return found


@require_GET
def imports(request):
    offered = kinds.permitted(request.user)
    if not offered:
        raise PermissionDenied
    mine = Import.objects.visible_to(request.user).select_related(*WITH)[:LATEST]
    return render(request, "clients/imports.html", {"kinds": offered, "imports": mine})


@require_POST
def upload_import(request):
    offered = {kind.code: kind for kind in kinds.permitted(request.user)}
    if not offered:
        raise PermissionDenied
    if "file" not in request.FILES:
        raise Refused(_("Choose a file first."))
    kind = offered.get(request.POST.get("kind")) or next(iter(offered.values()))
    found = actions.upload_import(request.FILES["file"], kind=kind, by=request.user)
    return redirect("clients:import_card", pk=found.pk)


@require_GET
def import_card(request, pk):
    found = _mine(request, pk)
    return render(request, "clients/import_card.html", _context(request, found))


@require_POST
def check_import(request, pk):
    found = _mine(request, pk)
    form = ColumnsForm(found, _fields(request, found), request.POST)
    if not form.is_valid():
        return render(
            request, "clients/import_card.html", _context(request, found, form), status=422
        )
    actions.check_import(found, by=request.user, columns=form.columns())
    return redirect("clients:import_card", pk=found.pk)


@require_POST
def run_import(request, pk):
    actions.run_import(_mine(request, pk), by=request.user)
    return redirect("clients:import_card", pk=pk)


@require_POST
def undo_import(request, pk):
    actions.undo_import(_mine(request, pk), by=request.user)
    return redirect("clients:import_card", pk=pk)


def _fields(request, found):
    return kinds.kind_of(found.kind).fields(request.user)


def _context(request, found, form=None):
    is_open = not found.begun_at and not found.is_at_work
    if is_open and form is None:
        form = ColumnsForm(found, _fields(request, found))
    return {
        "found": found,
        "form": form,
        "columns": _columns(found, form) if is_open else [],
        "verdicts": _verdicts(found),
    }


def _columns(found, form):
    """(field of the form, what stands first in the column)."""
    with found.file.open("rb") as file:
        first = [cells for _line, cells in islice(reading.opened(file).rows(), SAMPLES)]
    samples = [", ".join(filter(None, column))[:120] for column in zip(*first, strict=True)]
    samples += [""] * (len(found.headings) - len(samples))
    return list(zip(form, samples, strict=True))


def _verdicts(found):
    """{verdict, count, first rows} of those there are."""
    if found.is_at_work or not found.checked_at:
        return []
    return [
        {
            "code": verdict.value,
            "label": verdict.label,
            "count": found.counts[verdict.value],
            "rows": found.rows.filter(verdict=verdict)[:SHOWN],
        }
        for verdict in ImportRow.Verdict
        if found.counts.get(verdict.value)
    ]
