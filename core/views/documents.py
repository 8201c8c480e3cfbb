from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.views.decorators.http import require_GET, require_POST

from core import documents, lists, outbox, registry
from core.letters import LetterList
from core.models import Document, OutgoingMessage
from core.views.attachments import owned_or_404


@require_GET
def document(request, pk):
    """The paper as it was issued; the browser shows it and prints it."""
    found = get_object_or_404(Document, pk=pk)
    owned_or_404(found, request.user)
    right = registry.owners[found.owner_type].papers_right
    is_for_them = found.kind_entry.is_for(request.user)
    if not is_for_them or (right and not request.user.has_perm(right)):
        raise PermissionDenied
    response = HttpResponse(documents.pdf_of(found), content_type="application/pdf")
    name = documents.file_name(found)
    response["Content-Disposition"] = content_disposition_header(False, name)
    return response


@require_GET
def letters(request):
    return lists.respond(request, LetterList, "core/letters.html", can_send=outbox.can_send())


@require_GET
@permission_required("core.view_outgoingmessage", raise_exception=True)
def letter(request, pk):
    """A letter as it was written, with what is known of its way."""
    found = get_object_or_404(OutgoingMessage.objects.select_related("by"), pk=pk)
    owner = owned_or_404(found, request.user)
    context = {
        "letter": found,
        "owner": owner,
        "owner_kind": capfirst(owner._meta.verbose_name),
        "papers": found.documents.all(),
        "files": found.attachments.order_by("pk"),
        "can_send": outbox.can_send(),
    }
    return render(request, "core/letter.html", context)


@require_POST
@permission_required("core.change_outgoingmessage", raise_exception=True)
def send_again(request, pk):
    found = get_object_or_404(OutgoingMessage, pk=pk)
    owned_or_404(found, request.user)
    outbox.send_again(found, by=request.user)
    return redirect("core:letter", pk=pk)
