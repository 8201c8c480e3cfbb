"""Whose calendar is looked at: one's own, a colleague's, a department's or everybody's, as far as
the scope of one's role reaches. What is seen of it is for the rows themselves to say."""

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from company.models import Department, Employee, Role
from company.models.employee import NAMES
from company.scope import sees_all

EVERYBODY = "all"
WHOLE = {
    Role.Scope.ALL: gettext_lazy("The whole firm"),
    Role.Scope.OFFICE: gettext_lazy("The whole office"),
    Role.Scope.DEPARTMENT: gettext_lazy("The whole department"),
}


def within_reach(user):
    working = Employee.objects.working()
    if sees_all(user):
        return working
    reached = Q(pk=user.pk)
    if user.role.scope == Role.Scope.OFFICE:
        reached |= Q(office=user.office_id)
    if user.role.scope == Role.Scope.DEPARTMENT and user.department_id:
        reached |= Q(department=user.department_id)
    return working.filter(reached)


def people(user, key: str):
    """`key` as the page's address has it: nothing is oneself, `d3` a department, `e7` a person."""
    reached = within_reach(user)
    if not key:
        return Employee.objects.filter(pk=user.pk)
    if key == EVERYBODY:
        return reached
    kind, number = key[:1], key[1:]
    if kind not in "ed" or not number.isdecimal():
        raise Http404
    found = reached.filter(**{"pk" if kind == "e" else "department": number})
    if kind == "e" and not found.exists():
        raise Http404
    return found


def choices(user) -> list:
    """To choose from; nothing where the role looks at its own alone."""
    found = list(within_reach(user).exclude(pk=user.pk).only(*NAMES, "department"))
    if not found:
        return []
    theirs = {person.department_id for person in found}
    departments = Department.objects.filter(pk__in=theirs)
    return [
        ("", _("Mine")),
        (EVERYBODY, WHOLE[user.role.scope]),
        (_("Departments"), [(f"d{each.pk}", each.name) for each in departments]),
        (_("Employees"), [(f"e{each.pk}", each.full_name) for each in found]),
    ]
