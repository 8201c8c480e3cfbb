from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from clients import actions
from clients.attributes import attributes
from clients.forms import SegmentForm
from clients.lists import SegmentList
from clients.models import Segment
from clients.segments import editor, from_json, matching, words
from core import cells, lists
from core.errors import Refused

may_see = permission_required("clients.view_client", raise_exception=True)
may_make = permission_required("clients.add_segment", raise_exception=True)


def _seen(request, pk):
    return get_object_or_404(
        Segment.objects.visible_to(request.user).select_related("owner"), pk=pk
    )


@require_GET
def segments(request):
    return lists.respond(request, SegmentList)


@require_GET
@may_see
def segment(request, pk):
    found = _seen(request, pk)
    known, fault = attributes(), ""
    try:
        actions.recount_segment(found)
    except Refused as refused:
        fault = refused.message
    context = {
        "segment": found,
        "fault": fault,
        "told": words.told(from_json(found.conditions), known) if found.conditions else None,
        "may_change": actions.may_change(found, request.user),
    }
    return render(request, "clients/segment.html", context)


@require_http_methods(["GET", "POST"])
@may_make
def add_segment(request):
    return _edit(request, Segment())


@require_http_methods(["GET", "POST"])
@may_make
def edit_segment(request, pk):
    found = _seen(request, pk)
    if not actions.may_change(found, request.user):
        raise PermissionDenied
    return _edit(request, found)


def _edit(request, found):
    known = attributes(request.user)
    tree = _tree(request, found, known)
    form = SegmentForm.of(found, request.POST or None)
    is_saved = request.method == "POST" and "press" not in request.POST
    fault = ""
    if is_saved and form.is_valid():
        try:
            kept = actions.keep_segment(found, by=request.user, tree=tree, **form.cleaned_data)
        except Refused as refused:
            fault = refused.message
        else:
            messages.success(request, _("Kept: %(segment)s.") % {"segment": kept})
            return redirect(kept)
    context = {
        "segment": found,
        "form": form,
        "drawn": editor.drawn(tree, known),
        "offered": editor.offered(known),
        "is_checked": is_saved,
        "fault": fault,
    }
    status = 422 if is_saved else 200
    return render(request, "clients/edit_segment.html", context, status=status)


def _tree(request, found, known):
    if request.method == "POST":
        return editor.posted(request.POST, known)
    return from_json(found.conditions) if found.conditions else editor.beginning(known)


@require_POST
@may_make
def count_segment(request):
    """How many the conditions on the page describe, while they are being typed."""
    known = attributes(request.user)
    tree = editor.posted(request.POST, known)
    try:
        count = cells.grouped(matching(tree, known).count()) if tree.parts else ""
    except ValidationError:
        count = ""
    return render(request, "clients/_segment_count.html", {"count": count})


@require_POST
@may_make
def remove_segment(request, pk):
    found = _seen(request, pk)
    actions.remove_segment(found, by=request.user)
    messages.success(request, _("Removed: %(segment)s.") % {"segment": found})
    return redirect("clients:segments")
