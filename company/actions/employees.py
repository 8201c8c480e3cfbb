"""Employees come, change and come back; nobody gets more rights than the giver has."""

import secrets

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from company import pins
from company.actions.administrators import keep_one
from company.models import Employee
from core import clock
from core.errors import Refused

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no letters that a printed sheet confuses
NAMES = ["last_name", "first_name", "patronymic", "phone", "email"]
EDITED = [*NAMES, "username", "post", "role", "office", "department"]


@transaction.atomic
def add_employee(employee, *, by) -> str:
    """Keep a new employee; answers the password, which nobody can read again."""
    demand(by)
    _may_give(employee.role, by)
    return new_password(employee)


@transaction.atomic
def change_employee(employee, *, by):
    """Keep what the form changed; a role is given by those who have all that is in it."""
    demand(by)
    before = Employee.objects.select_related("role").get(pk=employee.pk)
    may_touch(before, by)
    if employee.role_id != before.role_id:
        if employee.pk == by.pk:
            raise Refused(_("Nobody changes their own role: ask another administrator."))
        _may_give(employee.role, by)
    employee.save(update_fields=EDITED)
    keep_one()


@transaction.atomic
def reset_password(employee, *, by) -> str:
    """A new password, once shown; every login under the old one ends."""
    demand(by)
    may_touch(employee, by)
    if not employee.is_active:
        raise Refused(_("This employee has left: take them back first."))
    return new_password(employee)


@transaction.atomic
def take_back(employee, *, by) -> str:
    demand(by)
    may_touch(employee, by)
    if employee.is_active:
        raise Refused(_("This employee works here already."))
    employee.leavings.open().update(done_at=clock.now())  # what has not gone yet stays
    employee.is_active = True
    return new_password(employee)


@transaction.atomic
def set_pin(employee, pin, *, by):
    """One's own, or an administrator gives it; an empty one takes it away."""
    if employee.pk != by.pk:
        demand(by)
        may_touch(employee, by)
    if not employee.is_active:
        raise Refused(_("This employee has left: take them back first."))
    if pin and (reason := pins.why_weak(pin)):
        raise Refused(reason)
    kept = pins.hashed(pin) if pin else ""
    Employee.objects.filter(pk=employee.pk).update(pin=kept, pin_tries=0, pin_tried_at=None)


def change_profile(employee, *, by):
    """One's own names and telephone, and nothing that gives rights."""
    if employee.pk != by.pk:
        raise PermissionDenied
    employee.save(update_fields=NAMES)


def new_password(employee):
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
    password = "-".join(groups)
    employee.set_password(password)
    employee.save()
    return password


def demand(by):
    if not by.has_perm("company.change_employee"):
        raise PermissionDenied


def may_touch(employee, by):
    """Whoever sets somebody's password could act as that person: not above one's own rights."""
    if employee.is_robot:
        raise PermissionDenied
    _may_give(employee.role, by)


def _may_give(role, by):
    if by.has_perm("company.change_role") or set(role.rights) <= set(by.role.rights):
        return
    raise Refused(_("The role “%(role)s” has rights that you have not.") % {"role": role.name})
