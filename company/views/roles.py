from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from company import actions, rights
from company.forms import RoleForm
from company.models import Role

may_change = permission_required("company.change_role", raise_exception=True)


@require_GET
@may_change
def roles(request):
    """The roles, and below them who may what."""
    shown = list(Role.objects.with_people())
    allowed = [(role, set(role.rights)) for role in shown]
    matrix = [
        {
            "label": group.label,
            "rows": [
                {
                    "label": right.label,
                    "marks": [(role, right.code in codes) for role, codes in allowed],
                }
                for right in group.rights
            ],
        }
        for group in rights.catalogue()
    ]
    return render(request, "company/roles.html", {"roles": shown, "matrix": matrix})


@require_http_methods(["GET", "POST"])
@may_change
def add_role(request):
    return _form(request, Role(home="today"), actions.add_role)


@require_http_methods(["GET", "POST"])
@may_change
def role(request, pk):
    return _form(request, get_object_or_404(Role, pk=pk), actions.change_role)


def _form(request, role, keep):
    name = role.name
    form = RoleForm(request.POST or None, instance=role)
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False), by=request.user)
        messages.success(request, _("Kept: %(name)s.") % {"name": role.name})
        return redirect("company:roles")
    context = {
        "form": form,
        "role": role,
        "name": name,
        "has_default": role.code in rights.defaults,
    }
    return render(request, "company/role.html", context, status=422 if form.errors else 200)


@require_POST
@may_change
def reset_role(request, pk):
    found = get_object_or_404(Role, pk=pk)
    actions.reset_role(found, by=request.user)
    messages.success(request, _("“%(name)s” is as the product has it.") % {"name": found.name})
    return redirect("company:role", pk=pk)
