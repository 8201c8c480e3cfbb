from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from company.approvals import actions
from company.approvals.lists import ApprovalList
from company.models import Approval
from core import lists, registry


@require_GET
def approvals(request):
    return lists.respond(request, ApprovalList)


def _found(request, pk):
    return get_object_or_404(Approval.objects.visible_to(request.user).with_people(), pk=pk)


@require_GET
def approval(request, pk):
    found = _found(request, pk)
    subject = found.kind_entry.model._base_manager.get(pk=found.subject_id)
    owner = registry.owners[found.subject_type]
    context = {
        "approval": found,
        "about": found.kind_entry.about(subject),
        "subject": owner.visible_to(request.user).filter(pk=found.subject_id).first(),
        "whose_right": found.whose_right(request.user) if found.is_waiting else None,
        "panels": registry.panels("company.approval", found, request.user),
        "may_withdraw": found.is_waiting and found.asked_by_id == request.user.pk,
    }
    return render(request, "company/approval.html", context)


@require_POST
def approve(request, pk):
    found = _found(request, pk)
    actions.approve(found, by=request.user, words=_words(request))
    messages.success(request, _("Approved. Whoever asked learns it at once."))
    return redirect(found)


@require_POST
def refuse(request, pk):
    found = _found(request, pk)
    actions.refuse(found, by=request.user, words=_words(request))
    messages.success(request, _("Refused. Whoever asked learns it at once."))
    return redirect(found)


@require_POST
def withdraw(request, pk):
    found = _found(request, pk)
    actions.withdraw(found, by=request.user)
    messages.success(request, _("Withdrawn."))
    return redirect(found)


def _words(request):
    return request.POST.get("words", "")[: Approval._meta.get_field("answer").max_length]
