"""What the product is measured against: the least a page and a paper can cost on this machine."""

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from weasyprint import HTML

from core import documents, paper, registry
from core.models import Document
from core.paper import STATIC_BASE
from orders.models import WorkOrder


def counting_middleware(get_response):
    def middleware(request):
        asked = 0

        def counting(execute, sql, params, many, context):
            nonlocal asked
            asked += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(counting):
            response = get_response(request)
        response["X-Queries"] = str(asked)
        return response

    return middleware


def floor(request):
    """Twenty rows by one indexed query in a small template, behind the product's login."""
    rows = WorkOrder.objects.order_by("-created_at", "-pk")[:20]
    return render(request, "bench/floor.html", {"rows": rows})


def paper_html(request, pk):
    """The finished HTML of a paper, for `plain_pdf`."""
    document = get_object_or_404(Document, pk=pk)
    kind = registry.document_kinds[document.kind]
    return HttpResponse(documents.html_of(kind, documents._context(document)))


@csrf_exempt
def plain_pdf(request):
    """WeasyPrint alone: the posted HTML, fonts and style sheets that were read before."""
    page = HTML(string=request.body.decode(), base_url=STATIC_BASE, url_fetcher=paper.fetcher())
    pdf = page.write_pdf(stylesheets=paper.stylesheets(), font_config=paper.fonts())
    paper.left_behind.set()
    return HttpResponse(pdf, content_type="application/pdf")
