from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from orders import actions, mail
from orders.models import WorkOrder
from orders.work_orders.papers import issued_for
from orders.work_orders.verb_forms import SendDocumentForm
from orders.work_orders.views.asking import ask, go_to


@require_http_methods(["GET", "POST"])
@permission_required("core.add_outgoingmessage", raise_exception=True)
def send_document(request, pk, document_pk):
    orders = WorkOrder.objects.visible_to(request.user).with_people()
    order = get_object_or_404(orders, pk=pk)
    document = get_object_or_404(issued_for(order), pk=document_pk)
    known = {"to": order.client.email if request.user.sees_field("email") else ""}
    form = SendDocumentForm(request.POST or None, document=document, initial=known)
    if request.method == "POST" and form.is_valid():
        letter = actions.send_document(order, document, by=request.user, **form.cleaned_data)
        messages.success(request, mail.fate_of(letter))
        return go_to(request, order)
    context = {"order": order, "document": document, "form": form}
    return ask(request, "send_document", context)
