from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from core import lists
from orders.models import BankLine, LinePart
from orders.money.statements.lists import BankLineList
from orders.money.statements.matching.candidates import Part, open_of
from orders.money.statements.querysets import SEE
from orders.money.statements.search import clients_found, papers_found, refunds_found
from orders.money.statements.shown import rows_of


@require_GET
def bank_lines(request):
    return lists.respond(request, BankLineList)


@require_GET
@permission_required(SEE, raise_exception=True)
def bank_line(request, pk):
    """All that the bank says of it, what became of it, and what it may be booked on by hand."""
    seen = BankLine.objects.visible_to(request.user).with_parties()
    line = get_object_or_404(seen, pk=pk)
    (row,) = rows_of([line])
    text = request.GET.get("q", "").strip()[:100]
    if text and line.is_outgoing:
        row.match.candidates = refunds_found(text, line, request.user)
    papers = papers_found(text, request.user) if text else _offered(row)
    context = {
        "line": line,
        "row": row,
        "text": text,
        "papers": _to_split(papers, line, prefilled=not text),
        "clients": clients_found(text, request.user) if text else [],
        "parts": _parts(line),
        "steps": line.steps.select_related("by"),
    }
    return render(request, "orders/bank_line.html", context)


def _offered(row):
    papers = [part.target for each in row.match.candidates for part in each.parts]
    return list({(paper._meta.model_name, paper.pk): paper for paper in papers}.values())


def _to_split(papers, line, *, prefilled):
    """(paper, what would be booked on it): one after another until the line is spent."""
    rest, found = line.free, []
    for paper in papers:
        amount = min(rest, open_of(paper)) if prefilled else 0
        rest -= amount
        found.append((Part(paper, open_of(paper)), amount))
    return found


def _parts(line):
    booked = LinePart.objects.filter(line=line) | LinePart.objects.filter(given_back_by=line)
    return booked.select_related("payment__order", "given_back_by", "line").order_by("pk")
