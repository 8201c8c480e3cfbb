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
    found = get_object_or_404(Attachment.objects.exclude(file=""), pk=pk)
    owned_or_404(found, request.user)
    return fenced(
        FileResponse(
            stored(found.file),
            content_type=found.content_type,
            as_attachment=not found.is_image,
            filename=found.name,
        )
    )


@require_GET
def preview(request, pk):
    found = get_object_or_404(Attachment.objects.exclude(preview=""), pk=pk)
    owned_or_404(found, request.user)
    response = FileResponse(stored(found.preview), content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=3600"
    return fenced(response)


def fenced(response):
    """Made by strangers: whatever a browser takes it for, it runs and fetches nothing."""
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def attach(request, owner_type, pk):
    has_page = owner_type in registry.owners and hasattr(
        registry.owners[owner_type].model, "get_absolute_url"
    )
    if not has_page:
        raise Http404
    owner = get_object_or_404(registry.owners[owner_type].visible_to(request.user), pk=pk)
    if "file" not in request.FILES:
        raise Refused(_("Choose a file first."))
    purpose = request.POST.get("purpose", "")
    if purpose not in Attachment.OF_PIECES:
        raise Refused(_("Say what this file is: a sketch or a photograph."))
    attachments.attach(owner, request.FILES["file"], by=request.user, purpose=purpose)
    return redirect(owner)
