"""A client goes to another manager, who takes it or does not."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from clients.bulk.manager import Manager, along
from clients.models import Client
from company.assignment import actions as assignment
from company.models import Department, Employee
from core import changesets
from core.errors import Refused

CHANGE, SEE, UNDO_DAYS = "clients.change_client", "clients.view_client", 30


@transaction.atomic
def hand_over(client, *, by, to: Employee | Department, note=""):
    """Until it is accepted the client stays with its manager."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    locked = _locked(client)
    if to == locked.responsible:
        raise Refused(_("It is with %(whom)s already: choose somebody else.") % {"whom": to})
    with translation.override(settings.LANGUAGE_CODE):
        said = {"who": by.short_name, "client": locked, "note": note}
        words = _("%(who)s hands the client %(client)s over to you. %(note)s") % said
    return assignment.offer(locked, to=to, by=by, words=words.strip(), note=note)


@transaction.atomic
def accept(client, *, by):
    """The client is theirs, with what the manager before had in hand for it."""
    if not by.has_perm(SEE):
        raise PermissionDenied
    locked = _locked(client)
    assignment.accept(locked, by=by)
    if locked.responsible == by:
        return locked
    title = _("Handed over: %(client)s") % {"client": locked}
    changeset = changesets.begin("hands", title, by=by, undo_days=UNDO_DAYS)
    codes = [duty.code for duty in along() if not duty.right or by.has_perm(duty.right)]
    rows, to = Client.objects.filter(pk=locked.pk), [by._meta.label_lower, by.pk]
    Manager("responsible", "").apply(changeset, rows, to, by=by, along=codes)
    locked.refresh_from_db()
    return locked


@transaction.atomic
def decline(client, *, by, note):
    assignment.decline(_locked(client), by=by, note=note)


@transaction.atomic
def recall(client, *, by):
    """By whoever has given it."""
    locked = _locked(client)
    offered = assignment.waiting(locked)
    if offered and offered.by_id != by.pk:
        raise PermissionDenied
    assignment.recall(locked, by=by)


def _locked(client):
    return (
        Client.objects.select_for_update(of=("self",))
        .select_related("responsible")
        .get(pk=client.pk)
    )
