from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.errors import Refused
from core.models import Draft
from orders.work_orders import photos

LONGEST_CODE = Draft._meta.get_field("form").max_length


@require_POST
@permission_required("orders.add_workorder", raise_exception=True)
def add_photo(request):
    """Kept at once, so that nothing is lost when the form is refused or the phone rings."""
    code, index = request.POST.get("draft", ""), request.POST.get("index", "")
    if not (code.startswith("orders.") and len(code) <= LONGEST_CODE and index.isdecimal()):
        raise Refused(_("This page is too old: reload it, what you typed is kept."))
    if "photo" not in request.FILES:
        raise Refused(_("Choose a file first."))
    photo = photos.take_down(code, request.FILES["photo"], by=request.user)
    return render(request, "orders/_line_photo.html", {"photo": photo, "index": index})
