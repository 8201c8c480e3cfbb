"""One press each: the row alone to htmx, so that the person goes on to the next one."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.errors import Refused
from orders import actions
from orders.models import BankLine
from orders.money.statements.forms import ExpenseForm, GroundForm, WhoseForm
from orders.money.statements.lifecycle import FINISH
from orders.money.statements.parts import parts_in, parts_typed
from orders.money.statements.shown import rows_of

may_finish = permission_required(FINISH, raise_exception=True)


def _line(request, pk):
    return get_object_or_404(BankLine.objects.visible_to(request.user), pk=pk)


def _seen(request):
    return request.POST.get("seen") or None


def _cleaned(form):
    if not form.is_valid():
        raise Refused(" ".join(fault for faults in form.errors.values() for fault in faults))
    return form.cleaned_data


def _answer(request, line):
    if request.htmx:
        (row,) = rows_of([BankLine.objects.with_parties().get(pk=line.pk)])
        return render(request, "orders/_bank_line.html", {"row": row, "is_done": True})
    messages.success(request, _("It is noted."))
    back = request.POST.get("next", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect(line)


@require_POST
@may_finish
def book_line(request, pk):
    """On what was offered, or on the papers with a sum typed beside them; without any it is the
    client's advance."""
    line = _line(request, pk)
    client = _cleaned(WhoseForm(request.POST, user=request.user))["client"]
    parts = parts_in(request.POST.get("parts", ""), request.user)
    parts = parts or parts_typed(request.POST, request.user)
    actions.book_line(line, parts, by=request.user, client=client, seen=_seen(request))
    return _answer(request, line)


@require_POST
@may_finish
def give_back_line(request, pk):
    line = _line(request, pk)
    parts = parts_in(request.POST.get("parts", ""), request.user)
    if len(parts) != 1:
        raise Refused(_("Choose what is given back."))
    actions.give_back_line(line, parts[0], by=request.user, seen=_seen(request))
    return _answer(request, line)


@require_POST
@may_finish
def keep_expense(request, pk):
    line = _line(request, pk)
    kind = _cleaned(ExpenseForm(request.POST, line=line))["kind"]
    actions.keep_expense(line, by=request.user, kind=kind, seen=_seen(request))
    return _answer(request, line)


@require_POST
@may_finish
def keep_transfer(request, pk):
    line = _line(request, pk)
    actions.keep_transfer(line, by=request.user, seen=_seen(request))
    return _answer(request, line)


@require_POST
@may_finish
def leave_out_line(request, pk):
    line = _line(request, pk)
    ground = _cleaned(GroundForm(request.POST))["ground"]
    actions.leave_out_line(line, by=request.user, ground=ground, seen=_seen(request))
    return _answer(request, line)


@require_POST
@may_finish
def undo_line(request, pk):
    line = _line(request, pk)
    ground = _cleaned(GroundForm(request.POST))["ground"]
    actions.undo_line(line, by=request.user, ground=ground, seen=_seen(request))
    return _answer(request, line)
