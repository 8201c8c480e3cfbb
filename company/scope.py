"""Whose rows a role shows: all, those of the own office or department, or only one's own."""

from django.db.models import Q

from company.models import Employee, Role


def sees_all(user) -> bool:
    return user.is_robot or user.role.scope == Role.Scope.ALL


def within(user, own: str, office: str = "") -> Q:
    """Rows whose employee `own` is within the scope; where a row names its office itself, `office`
    is that path."""
    scope = user.role.scope
    if sees_all(user):
        return Q()
    if scope == Role.Scope.OFFICE and office:
        return Q(**{office: user.office_id})
    if scope == Role.Scope.OFFICE:
        return Q(**{f"{own}__in": _pks(office=user.office_id)})
    if scope == Role.Scope.DEPARTMENT and user.department_id:
        return Q(**{f"{own}__in": _pks(department=user.department_id)})
    return Q(**{own: user})


def _pks(**of):
    return Employee.objects.filter(**of).order_by().values("pk")
