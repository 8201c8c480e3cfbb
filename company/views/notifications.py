from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from company import notifications as ringing
from core.lists import keyset
from core.parts import wants_part

SHOWN_UNDER_BELL = 8
PAGE_SIZE = 30


@require_GET
def bell(request):
    """The count at the bell, polled: one query of at most ten index entries."""
    unread = request.user.notifications.unread()[: ringing.COUNTED + 1].count()
    return render(request, "company/_bell.html", {"unread": unread, "counted": ringing.COUNTED})


@require_GET
def notifications(request):
    """Under the bell the newest few; as a page all of them."""
    rows = request.user.notifications.all()
    if wants_part(request):
        context = {"notifications": rows[:SHOWN_UNDER_BELL]}
        return render(request, "company/_notifications.html", context)
    page = keyset.page(rows, "-id", request.GET, PAGE_SIZE)
    return render(request, "company/notifications.html", {"page": page})


@require_POST
def open_notification(request, pk):
    """Mark one as read and go where it leads."""
    found = get_object_or_404(request.user.notifications, pk=pk)
    ringing.read(found)
    ours = url_has_allowed_host_and_scheme(found.url, allowed_hosts=None)
    return redirect(found.url if ours else "company:notifications")


@require_POST
def read_notifications(request):
    ringing.read_all(request.user)
    return redirect("company:notifications")
