from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from core import outbox
from orders import actions
from orders.models import WorkOrder
from orders.work_orders.papers import issued_for
from orders.work_orders.verb_forms import SendDocumentForm


@require_http_methods(["GET", "POST"])
@permission_required("core.add_outgoingmessage", raise_exception=True)
def send_document(request, pk, document_pk):
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    document = get_object_or_404(issued_for(order), pk=document_pk)
    known = {"to": order.client.email}
    form = SendDocumentForm(request.POST or None, document=document, initial=known)
    if request.method == "POST" and form.is_valid():
        letter = actions.send_document(order, document, by=request.user, **form.cleaned_data)
        messages.success(request, _sent(letter))
        url = order.get_absolute_url()
        return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
    template = "orders/_send_document.html" if request.htmx else "orders/send_document.html"
    context = {"order": order, "document": document, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _sent(letter):
    if outbox.can_send():
        return _("The letter to %(to)s is on its way.") % {"to": letter.to}
    return _("The letter to %(to)s is written and waits: no mail server is set.") % {
        "to": letter.to
    }
