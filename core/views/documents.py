from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from core import documents, lists, outbox
from core.letters import LetterList
from core.models import Document, OutgoingMessage
from core.views.attachments import owned_or_404


@require_GET
def document(request, pk):
    """The paper as it was issued; the browser shows it and prints it."""
    found = get_object_or_404(Document, pk=pk)
    owned_or_404(found, request.user)
    response = HttpResponse(documents.pdf_of(found), content_type="application/pdf")
    name = f"{found.kind}-{found.number}-{found.revision}.pdf".replace("/", "-")
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{name}"
    return response


@require_GET
def letters(request):
    return lists.respond(request, LetterList)


@require_POST
@permission_required("core.change_outgoingmessage", raise_exception=True)
def send_again(request, pk):
    letter = get_object_or_404(OutgoingMessage, pk=pk)
    owned_or_404(letter, request.user)
    outbox.send_again(letter, by=request.user)
    return redirect("core:letters")
