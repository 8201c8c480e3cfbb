from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from company import actions
from company.dictionaries import permitted
from core import registry


def opened(request, code):
    if code not in registry.dictionaries:
        raise Http404
    found = registry.dictionaries[code]
    if not request.user.has_perm(found.right):
        raise PermissionDenied
    return found


@require_GET
def dictionaries(request):
    """All dictionaries that this employee may edit, by what they belong to."""
    allowed = permitted(request.user)
    if not allowed:
        raise PermissionDenied
    sections = {}
    for found in allowed:
        sections.setdefault(found.model._meta.app_config.verbose_name, []).append(found)
    return render(request, "company/dictionaries.html", {"sections": sections})


@require_GET
def dictionary(request, code):
    found = opened(request, code)
    entries = list(found.entries())
    used = [entry for entry in entries if found.ordered() and entry.is_active]
    ends = {"first": used[0].pk, "last": used[-1].pk} if used else {}
    rows = [{"entry": entry, "cells": found.cells(entry)} for entry in entries]
    return render(
        request, "company/dictionary.html", {"dictionary": found, "rows": rows, "ends": ends}
    )


@require_http_methods(["GET", "POST"])
def add_entry(request, code):
    found = opened(request, code)
    return _form(request, found, found.model(), actions.add_entry)


@require_http_methods(["GET", "POST"])
def edit_entry(request, code, pk):
    found = opened(request, code)
    entry = get_object_or_404(found.model, pk=pk)
    return _form(request, found, entry, actions.change_entry)


def _form(request, found, entry, keep):
    title = str(entry) if entry.pk else ""
    form = found.form_class(entry)(request.POST or None, instance=entry)
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False), found, by=request.user)
        form.save_m2m()
        messages.success(request, _("Kept: %(entry)s.") % {"entry": entry})
        return redirect("company:dictionary", code=found.code)
    status = 422 if form.errors else 200
    context = {"dictionary": found, "form": form, "title": title}
    return render(request, "company/entry.html", context, status=status)


@require_POST
def move_entry(request, code, pk):
    found = opened(request, code)
    if not found.ordered():
        raise Http404
    entry = get_object_or_404(found.model, pk=pk)
    actions.move_entry(entry, found, by=request.user, up=request.POST.get("to") == "up")
    return redirect("company:dictionary", code=found.code)


@require_POST
def switch_entry(request, code, pk):
    found = opened(request, code)
    if not found.switchable():
        raise Http404
    actions.switch_entry(get_object_or_404(found.model, pk=pk), found, by=request.user)
    return redirect("company:dictionary", code=found.code)
