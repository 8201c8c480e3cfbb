from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from company import actions, duties
from company.forms import EmployeeForm, ProfileForm
from company.lists import EmployeeList
from company.models import Employee
from core import lists

may_change = permission_required("company.change_employee", raise_exception=True)


def found(pk):
    return get_object_or_404(Employee.objects.people(), pk=pk)


@require_GET
def employees(request):
    return lists.respond(request, EmployeeList)


@never_cache
@require_http_methods(["GET", "POST"])
@may_change
def add_employee(request):
    form = EmployeeForm(request.POST or None, initial={"office": request.user.office_id})
    if request.method == "POST" and form.is_valid():
        employee = form.save(commit=False)
        password = actions.add_employee(employee, by=request.user)
        return shown_once(request, employee, password)
    context = {"form": form}
    return render(request, "company/add_employee.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@permission_required("company.view_employee", raise_exception=True)
def employee(request, pk):
    """One employee: whoever may only see finds the fields closed."""
    person = found(pk)
    locked = not request.user.has_perm("company.change_employee")
    name = person.full_name
    form = EmployeeForm(request.POST or None, instance=person, locked=locked)
    if request.method == "POST" and form.is_valid():
        actions.change_employee(form.save(commit=False), by=request.user)
        messages.success(request, _("Kept: %(name)s.") % {"name": person.full_name})
        return redirect("company:employees")
    context = {"form": form, "person": person, "name": name, "locked": locked}
    if not locked:
        context |= _leaving_of(person)
    return render(request, "company/employee.html", context, status=422 if form.errors else 200)


def _leaving_of(person) -> dict:
    """How far it is; of whoever has left, what is on them yet or again."""
    found = person.leavings.with_work().first()
    still = [] if person.is_active or (found and found.is_at_work) else duties.held_by(person)
    return {"leaving": found, "still": still}


@never_cache
@require_POST
@may_change
def reset_password(request, pk):
    person = found(pk)
    return shown_once(request, person, actions.reset_password(person, by=request.user))


@never_cache
@require_POST
@may_change
def take_back(request, pk):
    person = found(pk)
    return shown_once(request, person, actions.take_back(person, by=request.user))


def shown_once(request, person, password):
    """The password stands in this answer and nowhere else."""
    return render(request, "company/password.html", {"person": person, "password": password})


@require_http_methods(["GET", "POST"])
def profile(request):
    """One's own names and telephone; role and office are the administrator's to give."""
    me = get_object_or_404(Employee.objects.select_related("role", "office"), pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=me)
    if request.method == "POST" and form.is_valid():
        actions.change_profile(form.save(commit=False), by=request.user)
        messages.success(request, _("Kept."))
        return redirect("company:profile")
    return render(
        request, "company/profile.html", {"form": form}, status=422 if form.errors else 200
    )
