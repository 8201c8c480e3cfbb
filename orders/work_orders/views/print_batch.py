from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from orders import actions
from orders.work_orders.batch import BATCHES


@require_POST
@permission_required("orders.see_prices", raise_exception=True)
def print_batch(request, papers):
    """From the list, in its order; the page of the work shows how far it is and gives the file."""
    if papers not in BATCHES:
        raise Http404
    pks = [int(pk) for pk in request.POST.getlist("pk") if pk.isdecimal()]
    job = actions.print_batch(BATCHES[papers], pks, by=request.user)
    return redirect("core:job", job.pk)
