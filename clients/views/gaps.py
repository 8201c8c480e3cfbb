from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from clients import actions
from clients.attributes import attributes
from clients.forms.gaps import GapForm, GapsForm, Inputs
from clients.models import ClientSummary
from clients.regulation import Gap, page_of
from core.lists import keyset

ROWS = 20
may_fill = permission_required("clients.change_client", raise_exception=True)


@require_GET
@may_fill
def gaps(request):
    """Cards in which something is missing, the emptiest first: a row each, filled in at once."""
    known = attributes(request.user)
    form = GapsForm(request.GET, user=request.user)
    asked = form.cleaned_data if form.is_valid() else {}
    found = ClientSummary.objects.with_gaps(
        request.user, field=asked.get("field"), responsible=asked.get("responsible")
    )
    page = keyset.page(found, "completeness", request.GET, ROWS, ClientSummary.objects.shown())
    inputs = Inputs(known)
    rows = [_row(summary, inputs, field=asked.get("field")) for summary in page.rows]
    query = request.GET.copy()
    query.pop("after", None)
    context = {"form": form, "rows": rows, "page": page, "query": query.urlencode()}
    return render(request, "clients/gaps.html", context)


@require_POST
@may_fill
def fill_gaps(request, pk):
    seen = ClientSummary.objects.seen_by(request.user).shown()
    summary = get_object_or_404(seen, pk=pk)
    field = request.GET.get("field", "")
    inputs = Inputs(attributes(request.user))
    row = _row(summary, inputs, data=request.POST, field=field)
    form = row["form"]
    if form.is_valid() and form.given:
        actions.fill_gaps(
            summary.client,
            by=request.user,
            version=form.cleaned_data["version"],
            given=form.given,
        )
        summary = seen.get(pk=pk)
        row = _row(summary, inputs, field=field) | {"is_kept": True}
    status = 422 if form.errors else 200
    return render(
        request,
        "clients/_gap_row.html",
        {"row": row, "query": request.GET.urlencode()},
        status=status,
    )


def _row(summary, inputs, *, data=None, field=""):
    codes = [code for code in summary.missing if not field or code == field]
    others = [
        Gap(code, inputs.known[code].label, page_of(summary.client, inputs.known[code]))
        for code in codes
        if code in inputs.known and not inputs.can_be_typed(code)
    ]
    form = GapForm(data, client=summary.client, codes=codes, inputs=inputs)
    return {"client": summary.client, "summary": summary, "form": form, "others": others}
