from django.core.exceptions import ObjectDoesNotExist
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core import attachments, registry
from core.errors import Refused
from core.models import Attachment


def owned_or_404(row, user):
    """The owner of a document, letter or attachment; what is not visible does not exist."""
    try:
        return row.owner_for(user)
    except ObjectDoesNotExist:
        raise Http404 from None


def stored(file):
    """A kept file opened for reading; one that the disk has lost is no fault of the page."""
    try:
        return file.open("rb")
    except FileNotFoundError:
        raise Refused(_("This file is lost on the server. It must come from a backup.")) from None


@require_GET
def attachment(request, pk):
    found = get_object_or_404(Attachment, pk=pk)
    owned_or_404(found, request.user)
    response = FileResponse(
        stored(found.file),
        content_type=found.content_type,
        as_attachment=not found.is_image,
        filename=found.name,
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_POST
def attach(request, owner_type, pk):
    if owner_type not in registry.owners:
        raise Http404
    owner = get_object_or_404(registry.owners[owner_type].visible_to(request.user), pk=pk)
    if "file" not in request.FILES:
        raise Refused(_("Choose a file first."))
    attachments.attach(owner, request.FILES["file"], by=request.user)
    return redirect(owner)
