"""What a role may do, changed by those who may change roles."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from company import rights
from company.actions.administrators import keep_one
from company.models import Role
from core.errors import Refused


@transaction.atomic
def add_role(role, *, by):
    _demand(by)
    last = Role.objects.aggregate(last=Max("pk"), ordering=Max("ordering"))
    role.code, role.ordering = f"role-{last['last'] + 1}", last["ordering"] + 1
    role.save()


@transaction.atomic
def change_role(role, *, by):
    _demand(by)
    role.save()
    keep_one()


@transaction.atomic
def reset_role(role, *, by):
    """Rights, scope, discount and what is hidden as they are in the product; the name stays the
    firm's."""
    _demand(by)
    if role.code not in rights.defaults:
        raise Refused(_("This role is the firm's own: there is nothing to go back to."))
    default = rights.defaults[role.code]
    role.rights, role.scope = list(default.rights), default.scope
    role.discount_limit, role.home = default.discount_limit, default.home
    role.hidden_fields = []
    role.save()
    keep_one()


def _demand(by):
    if not by.has_perm("company.change_role"):
        raise PermissionDenied
