"""A client goes to another manager, who takes it or does not."""

from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.utils import translation
from django.utils.translation import gettext as _

from clients.bulk.manager import Manager, along
from clients.models import Client
from company.assignment import actions as assignment
from company.models import Department, Employee
from company.notifications import notify
from core import changesets, undoing
from core.models import Changeset

KIND, CLIENT = "hands", Client._meta.label_lower
CHANGE, SEE, UNDO_DAYS = "clients.change_client", "clients.view_client", 30


@transaction.atomic
def hand_over(client, *, by, to: Employee | Department, note=""):
    """Until it is accepted the client stays with its manager."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    locked = _locked(client)
    assignment.refuse_same(to, locked.responsible)
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
    changeset = changesets.begin(KIND, title, by=by, undo_days=UNDO_DAYS)
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
    assignment.take_back(_locked(client), by=by)


def moves_of(client):
    """By which it has gone to another manager; the newest first."""
    theirs = {"rows__model": CLIENT, "rows__object_id": client.pk}
    return Changeset.objects.filter(kind=KIND, **theirs)


def client_of(moved) -> int:
    return moved.rows.get(model=CLIENT).object_id


def told(moved) -> dict:
    """From whom, to whom, and how much of what went along."""
    row = moved.rows.get(model=CLIENT)
    before, after = (said["responsible_id"] for said in (row.before, row.after))
    people = Employee.objects.in_bulk([before, after])
    gone = moved.rows.exclude(model=CLIENT).exclude(before=None).order_by("model")
    along = gone.values_list("model").annotate(count=Count("pk"))
    return {
        "before": people[before],
        "after": people[after],
        "along": [(apps.get_model(model)._meta.verbose_name, count) for model, count in along],
    }


@transaction.atomic
def undo_hand_over(moved, client, *, by):
    """Both managers hear of it; what has changed since stays with the newer one."""
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    locked = _locked(client)
    undoing.undo(moved, by=by)
    with translation.override(settings.LANGUAGE_CODE):
        text = _("%(who)s has undone the handing over of the client %(client)s.") % {
            "who": by.short_name,
            "client": locked,
        }
    said = told(moved)
    people = {person for person in (said["before"], said["after"]) if person.pk != by.pk}
    url = locked.get_absolute_url()
    notify(people, key=f"hand-over-undone-{moved.pk}", text=text, url=url)


def _locked(client):
    return (
        Client.objects.select_for_update(of=("self",))
        .select_related("responsible")
        .get(pk=client.pk)
    )
