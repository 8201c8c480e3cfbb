"""Who may answer what: by the right of the kind within one's limit, or for somebody absent."""

from django.db.models import Q

from company.models import Absence, Employee, Role
from company.models.employee import NAMES
from company.scope import sees_all, within
from core import registry
from core.prepared import prepared

NOTHING = Q(pk__in=[])
RIGHTS = ("role__rights", "role__scope", "role__discount_limit")


def decides(person, kind, measure, office_id) -> bool:
    """Whether the person's own right is enough."""
    if not person.has_perm(kind.right):
        return False
    limit = kind.limit(person)
    within = limit is None or measure is None or measure <= limit
    return within and (person.role.scope == Role.Scope.ALL or person.office_id == office_id)


def represented_by(user) -> list[Employee]:
    """The user, and those whose deputy they are today."""
    away = _away(user)
    if not away:
        return [user]
    absent = Employee.objects.working().filter(pk__in=away).select_related("role")
    return [user, *absent.only(*NAMES, "is_active", "office", *RIGHTS)]


@prepared
def _away(deputy):
    return Absence.objects.today().filter(deputy=deputy).values_list("employee", flat=True)


def whose_right(approval, user) -> Employee | None:
    """Whose right lets the user answer: their own, or of somebody they stand in for. What one has
    asked for oneself is answered by one's own right alone."""
    people = [user] if approval.asked_by_id == user.pk else represented_by(user)
    question = approval.kind_entry, approval.measure, approval.office_id
    return next((person for person in people if decides(person, *question)), None)


def answerable_by(user, people=None) -> Q:
    """Everything that the user may answer or might have answered; `people` are those represented,
    where they are known."""
    found = NOTHING
    for person in people or represented_by(user):
        for kind in registry.approval_kinds.values():
            if person.has_perm(kind.right):
                found |= _decided_by(person, kind)
    return found


def _decided_by(person, kind):
    found, limit = Q(kind=kind.code), kind.limit(person)
    if limit is not None:
        found &= Q(measure__lte=limit)
    if person.role.scope != Role.Scope.ALL:
        found &= Q(office=person.office_id)
    return found


def seen_by(user) -> Q:
    seen = Q(asked_by=user) | answerable_by(user)
    if not user.has_perm("company.view_approval") or user.role.scope == Role.Scope.OWN:
        return seen
    return Q() if sees_all(user) else seen | within(user, "asked_by", "office")


def who_may_answer(approval) -> set[Employee]:
    """Those with the right, and the deputies of those who are away today."""
    kind = approval.kind_entry
    people = Employee.objects.with_rights(kind.right)
    able = {
        person
        for person in people.select_related("role")
        if decides(person, kind, approval.measure, approval.office_id)
    }
    away = Absence.objects.today().filter(employee__in=able).select_related("deputy")
    return (able | {absence.deputy for absence in away}) - {approval.asked_by}
