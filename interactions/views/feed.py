import hashlib

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from company.models import Employee
from core import links
from interactions.calendar import feed as writer


@require_GET
def feed(request):
    """One's own calendar elsewhere: whether there is an address, and when it was last asked."""
    link = links.standing(request.user, purpose=writer.PURPOSE)
    return render(request, "interactions/feed.html", {"link": link, "address": ""})


@require_POST
@never_cache
def make_feed(request):
    """The only page that ever shows the address; the one before it opens nothing any more."""
    links.revoke(request.user, purpose=writer.PURPOSE)
    token = links.make(request.user, purpose=writer.PURPOSE, by=request.user)
    address = f"{settings.PUBLIC_URL}{reverse('interactions:subscription', args=[token])}"
    link = links.standing(request.user, purpose=writer.PURPOSE)
    return render(request, "interactions/feed.html", {"link": link, "address": address})


@require_POST
def revoke_feed(request):
    links.revoke(request.user, purpose=writer.PURPOSE)
    messages.success(request, _("The address opens nothing any more."))
    return redirect("interactions:feed")


@require_safe
@login_not_required
def subscription(request, token):
    link = links.opened(token, purpose=writer.PURPOSE)
    owner = Employee.objects.working().filter(pk=link.owner_id) if link else Employee.objects.none()
    employee = owner.select_related("role").first()
    if employee is None:
        raise Http404
    body = writer.written(employee)
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="naryad.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=answer)
