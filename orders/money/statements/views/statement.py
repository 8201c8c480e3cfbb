from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from core import lists
from orders import actions
from orders.models import BankStatement
from orders.money.statements.forms import UploadStatementForm
from orders.money.statements.lifecycle import FINISH
from orders.money.statements.lists import StatementList
from orders.money.statements.querysets import SEE
from orders.money.statements.shown import differences_of, rows_of, states_of

SHOWN = 30


@require_GET
def statements(request):
    return lists.respond(request, StatementList)


def _statement(request, pk):
    return get_object_or_404(BankStatement.objects.visible_to(request.user).with_people(), pk=pk)


@require_http_methods(["GET", "POST"])
@permission_required(FINISH, raise_exception=True)
def upload_statement(request):
    form = UploadStatementForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found = actions.upload_statement(form.cleaned_data["file"], by=request.user)
        if found.read_at:
            messages.info(request, _("This file has been loaded already: here it is."))
        return redirect(found)
    status = 422 if form.is_bound else 200
    return render(request, "orders/upload_statement.html", {"form": form}, status=status)


@require_GET
@permission_required(SEE, raise_exception=True)
def statement(request, pk):
    """How far it is, and all that waits for a person, each with what it may be."""
    found = _statement(request, pk)
    waiting = found.lines.to_be_finished().with_parties().order_by("pk")
    context = {
        "statement": found,
        "states": states_of(found),
        "differences": differences_of(found),
        "rows": [] if found.is_being_read else rows_of(waiting[:SHOWN]),
        "more": max(waiting.count() - SHOWN, 0),
    }
    return render(request, "orders/statement.html", context)


@require_GET
@permission_required(SEE, raise_exception=True)
def statement_file(request, pk):
    found = _statement(request, pk)
    return FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=found.name,
        content_type="application/octet-stream",
    )


@require_POST
@permission_required(FINISH, raise_exception=True)
def read_statement_again(request, pk):
    return redirect(actions.read_statement_again(_statement(request, pk), by=request.user))
