from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from clients.actions.client import TERMS_RIGHT
from clients.duplicates import lifecycle
from clients.merging import fields, moving
from clients.models import (
    Address,
    Client,
    DuplicateGroup,
    DuplicatePair,
    Email,
    Merge,
    Requisites,
)
from core import changesets
from core.errors import Refused, Stale

UNDO_DAYS = 30


@transaction.atomic
def merge(survivor, gone, *, by, choices=None, versions=None) -> Merge:
    """Take `gone` into `survivor` with everything that hangs on it.

    `choices` are {code of clients.merging.fields.differing: "survivor", "gone" or "both"};
    `versions`, {pk: version} of both cards as they were looked at. The number that is gone leads
    to the survivor; within UNDO_DAYS `undo_merge` takes everything back.
    """
    if not by.has_perm(lifecycle.MERGE_RIGHT):
        raise PermissionDenied
    survivor, gone = _locked(survivor, gone, versions)
    choices = _permitted(survivor, gone, choices or {}, by)
    title = _("“%(gone)s” is merged into “%(survivor)s”.") % {"gone": gone, "survivor": survivor}
    changeset = changesets.begin("merge", title, by=by, undo_days=UNDO_DAYS)
    told = set(DuplicateGroup.objects.open().filter(pairs__in=_pairs_of(gone)))
    try:
        with transaction.atomic():
            _merge_cards(changeset, survivor, gone, choices)
            changesets.delete(changeset, Client.objects.filter(pk=gone.pk))
    except IntegrityError:
        raise Refused(
            _("Something of both cards cannot stand on one: look at what hangs on them.")
        ) from None
    for group in told:
        if not group.pairs.exists():
            lifecycle.LIFE.take(group, lifecycle.Step.SETTLE, by=by)
    return Merge.objects.create(
        survivor=survivor,
        into_pk=survivor.pk,
        gone_pk=gone.pk,
        gone_name=gone.name,
        changeset=changeset,
        by=by,
        at=changeset.at,
    )


@transaction.atomic
def undo_merge(done, *, by) -> int:
    """Both cards again, each with its own; the number of rows that somebody changed since and that
    stay as they are."""
    if not by.has_perm(lifecycle.MERGE_RIGHT):
        raise PermissionDenied
    done = Merge.objects.select_for_update(of=("self",)).get(pk=done.pk)
    if done.survivor_id != done.into_pk:
        raise Refused(_("The card has been merged further since: undo that first."))
    Client.objects.select_for_update().get(pk=done.survivor_id)
    left = changesets.undo(done.changeset, by=by, all_or_nothing=False)
    gone = Client.objects.get(pk=done.gone_pk)
    moving.take_home(gone)
    for group in DuplicateGroup.objects.merged().filter(pairs__in=_pairs_of(gone)).distinct():
        lifecycle.LIFE.take(group, lifecycle.Step.REOPEN, by=by)
    return left


@transaction.atomic
def reject_duplicates(group, *, by):
    """Those of the group are different clients: never to be proposed again."""
    lifecycle.LIFE.take(group, lifecycle.Step.REJECT, by=by)


@transaction.atomic
def reopen_duplicates(group, *, by):
    if not group.pairs.exists():
        raise Refused(_("These cards are one by now: undo the merge."))
    lifecycle.LIFE.take(group, lifecycle.Step.REOPEN, by=by)


def _locked(survivor, gone, versions):
    pks = {survivor.pk, gone.pk}
    if len(pks) < 2:
        raise Refused(_("A card cannot be merged with itself."))
    found = Client.objects.select_for_update().order_by("pk").in_bulk(pks)
    if len(found) < 2:
        raise Refused(_("One of these cards has been merged meanwhile."))
    if versions and any(found[pk].version != version for pk, version in versions.items()):
        raise Stale(_("Somebody has changed one of these cards meanwhile: compare once more."))
    return found[survivor.pk], found[gone.pk]


def _permitted(survivor, gone, choices, by):
    """Who may not set terms takes over none: those of the survivor stay."""
    if by.has_perm(TERMS_RIGHT):
        return choices
    if any(choices.get(name, fields.MINE) != fields.MINE for name in fields.TERMS):
        raise PermissionDenied
    return choices | dict.fromkeys(fields.TERMS, fields.MINE)


def _merge_cards(changeset, survivor, gone, choices):
    said = fields.values(survivor, gone, choices)
    requisites = fields.requisites(survivor, gone, choices)
    was = {"email": survivor.email, "address": survivor.address}
    moving.move_all(changeset, gone, survivor)
    changesets.update(changeset, Client.objects.filter(pk=survivor.pk), **said)
    _keep_reach(changeset, survivor, gone, was | said)
    if requisites is not None:
        _merge_requisites(changeset, survivor, gone, requisites)


def _keep_reach(changeset, survivor, gone, said):
    """The e-mail and the address that is not the main one any more is a further one."""
    kinds = ((Email, "email", {"person": None}), (Address, "address", {}))
    for model, name, more in kinds:
        known = set(model.objects.filter(client=survivor, **more).values_list(name, flat=True))
        further = {getattr(survivor, name), getattr(gone, name)} - known - {said[name], ""}
        rows = [model(client=survivor, **more, **{name: each}) for each in sorted(further)]
        model.objects.bulk_create(rows)
        changesets.created(changeset, rows)


def _merge_requisites(changeset, survivor, gone, said):
    changesets.delete(changeset, Requisites.objects.filter(client=gone))
    mine = Requisites.objects.filter(client=survivor)
    if mine.exists():
        changesets.update(changeset, mine, **said)
    else:
        changesets.created(changeset, [Requisites.objects.create(client=survivor, **said)])


def _pairs_of(client):
    return DuplicatePair.objects.filter(first=client) | DuplicatePair.objects.filter(second=client)
