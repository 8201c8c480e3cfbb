from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from orders.old_orders import RIGHT, scans


@require_http_methods(["GET", "POST"])
@permission_required(RIGHT, raise_exception=True)
def attach_scans(request):
    """Scans of paper forms: many files or a ZIP; the names say the orders' numbers."""
    if request.method == "POST":
        job = scans.attach_scans(request.FILES.getlist("files"), by=request.user)
        return redirect("core:job", job.pk)
    return render(request, "orders/attach_scans.html")
