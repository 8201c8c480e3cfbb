from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from company import actions
from company.models import Employee


@sensitive_post_parameters("pin")
@require_POST
def set_pin(request, pk):
    employee = get_object_or_404(Employee.objects.people(), pk=pk)
    pin = request.POST.get("pin", "").strip()
    actions.set_pin(employee, pin, by=request.user)
    kept = _("The PIN is kept.") if pin else _("The PIN is taken away.")
    messages.success(request, kept)
    own = employee.pk == request.user.pk and not request.user.has_perm("company.view_employee")
    return redirect("company:profile") if own else redirect(employee)
