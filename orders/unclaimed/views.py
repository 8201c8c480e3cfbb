from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from core import lists
from core.errors import Refused
from orders import actions
from orders.models import WorkOrder
from orders.unclaimed.actions.reach import WARN_RIGHT
from orders.unclaimed.lists import UnclaimedList


@require_GET
def unclaimed(request):
    return lists.respond(request, UnclaimedList, "orders/unclaimed.html")


@require_POST
@permission_required(WARN_RIGHT, raise_exception=True)
def warn_of_storage(request, pk):
    order = get_object_or_404(WorkOrder.objects.visible_to(request.user), pk=pk)
    warning = actions.warn_of_storage(order, by=request.user)
    messages.success(request, _said(warning))
    return redirect(order)


def _said(warning):
    words = {"number": warning.number}
    if warning.is_mailed:
        return _("Warning %(number)s is written and goes by e-mail. Print it, too.") % words
    return _("Warning %(number)s is written. Print it and send it: there is no e-mail.") % words


@require_POST
@permission_required(WARN_RIGHT, raise_exception=True)
def warn_unclaimed(request):
    """All that are selected and due; of the others it is said why not."""
    pks = request.POST.getlist("pk")
    if not all(pk.isdecimal() and len(pk) < 19 for pk in pks):
        raise BadRequest
    written = 0
    for order in WorkOrder.objects.visible_to(request.user).filter(pk__in=pks).order_by("pk"):
        try:
            actions.warn_of_storage(order, by=request.user)
        except Refused as reason:
            messages.warning(request, f"{order.number}: {reason}")
        else:
            written += 1
    if written:
        text = ngettext("%(count)s warning is written.", "%(count)s warnings are written.", written)
        messages.success(request, text % {"count": written})
    return redirect(_back(request))


def _back(request):
    asked = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if safe else reverse("orders:unclaimed")
