"""A deal goes to another employee, who takes it or does not."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from company.assignment import actions as assignment
from company.models import Department, Employee
from sales.deals.actions.move import locked_deal
from sales.deals.lifecycle import CHANGE, DEAL_LIFE, SEE, DealVerb


@transaction.atomic
def hand_over(deal, *, by, to: Employee | Department, note=""):
    """Until it is accepted the deal stays where it is."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    locked = locked_deal(deal)
    assignment.refuse_same(to, locked.responsible)
    with translation.override(settings.LANGUAGE_CODE):
        said = {"who": by.short_name, "deal": locked, "client": locked.client, "note": note}
        words = _("%(who)s hands the deal “%(deal)s” (%(client)s) over to you. %(note)s") % said
    return assignment.offer(locked, to=to, by=by, words=words.strip(), note=note)


@transaction.atomic
def accept(deal, *, by):
    if not by.has_perm(SEE):
        raise PermissionDenied
    locked = locked_deal(deal)
    assignment.accept(locked, by=by)
    arrow = f"{locked.responsible} → {by}"
    DEAL_LIFE.take(locked, DealVerb.HAND_OVER, by=by, note=arrow, responsible=by, office=by.office)
    return locked


@transaction.atomic
def decline(deal, *, by, note):
    assignment.decline(locked_deal(deal), by=by, note=note)


@transaction.atomic
def recall(deal, *, by):
    assignment.take_back(locked_deal(deal), by=by)
