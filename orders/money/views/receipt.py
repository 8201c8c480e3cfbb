from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from orders import actions
from orders.models import Payment
from orders.money.forms import WriteReceiptForm
from orders.money.views.payments import where_from
from orders.work_orders.views.asking import ask, go_to


@require_http_methods(["GET", "POST"])
@permission_required("orders.write_receipt_payment", raise_exception=True)
def write_receipt(request, pk):
    payments = Payment.objects.visible_to(request.user).select_related("order__client")
    payment = get_object_or_404(payments, pk=pk)
    form = WriteReceiptForm(request.POST or None, payment=payment)
    if request.method == "POST" and form.is_valid():
        actions.write_receipt(payment, by=request.user, **form.said())
        messages.success(request, _("It is written to the payment."))
        return go_to(request, where_from(request, payment.order))
    context = {"payment": payment, "order": payment.order, "form": form}
    context["next"] = request.GET.get("next") or request.POST.get("next", "")
    return ask(request, "write_receipt", context)
