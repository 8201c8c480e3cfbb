"""Two contact persons are one human: one of them takes what the other has, and gives it back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from clients.duplicates.lifecycle import MERGE_RIGHT
from clients.merging import fields, moving
from clients.models import Client, ContactPerson, DifferentPeople, Email, PersonMerge
from core import changesets, clock
from core.errors import Refused

UNDO_DAYS = 30


@transaction.atomic
def merge_people(survivor, gone, *, by, choices=None) -> PersonMerge:
    """Take `gone` into `survivor`, of the same client or of another one, with phones, e-mails,
    levels of relation and the talks that they took part in.

    `choices` are {code of fields.differing_people: "survivor", "gone" or "both"}.
    """
    _refuse_stranger(by)
    survivor, gone = _locked(survivor, gone)
    title = _("“%(gone)s” is merged into “%(survivor)s”.") % {"gone": gone, "survivor": survivor}
    changeset = changesets.begin("person_merge", title, by=by, undo_days=UNDO_DAYS)
    said = fields.people_values(survivor, gone, choices or {})
    moving.move_person(changeset, gone, survivor)
    changesets.update(changeset, ContactPerson.objects.filter(pk=survivor.pk), **said)
    _keep_emails(changeset, survivor, gone, said.get("email", survivor.email))
    changesets.delete(changeset, ContactPerson.objects.filter(pk=gone.pk))
    return PersonMerge.objects.create(
        survivor=survivor,
        into_pk=survivor.pk,
        gone_client_id=gone.client_id,
        gone_name=gone.name,
        changeset=changeset,
        by=by,
        at=changeset.at,
    )


@transaction.atomic
def undo_person_merge(done, *, by) -> int:
    """Both again, each with their own; how many rows were changed since and stay as they are."""
    _refuse_stranger(by)
    done = PersonMerge.objects.select_for_update(of=("self",)).get(pk=done.pk)
    if done.survivor_id != done.into_pk:
        raise Refused(_("The contact person has been merged further since: undo that first."))
    if not Client.objects.filter(pk=done.gone_client_id).exists():
        raise Refused(
            _("The client of “%(person)s” is merged by now: undo that first.")
            % {"person": done.gone_name}
        )
    return changesets.undo(done.changeset, by=by, all_or_nothing=False)


@transaction.atomic
def tell_people_apart(first, second, *, by):
    """They look alike and are two: never to be proposed again."""
    _refuse_stranger(by)
    first, second = sorted((first, second), key=lambda person: person.pk)
    said = {"by": by, "at": clock.now()}
    DifferentPeople.objects.get_or_create(first=first, second=second, defaults=said)


def _locked(survivor, gone):
    pks = {survivor.pk, gone.pk}
    if len(pks) < 2:
        raise Refused(_("A contact person cannot be merged with themselves."))
    clients = Client.objects.filter(people__in=pks).order_by("pk")
    list(Client.objects.filter(pk__in=clients.values("pk")).order_by("pk").select_for_update())
    found = ContactPerson.objects.select_for_update().order_by("pk").in_bulk(pks)
    if len(found) < 2:
        raise Refused(_("One of these contact persons has been merged meanwhile."))
    return found[survivor.pk], found[gone.pk]


def _keep_emails(changeset, survivor, gone, main):
    """The e-mail that is not the main one any more is a further one."""
    whose = {"client": survivor.client, "person": survivor}
    known = set(Email.objects.filter(**whose).values_list("email", flat=True))
    further = {survivor.email, gone.email} - known - {main, ""}
    rows = Email.objects.bulk_create(Email(**whose, email=each) for each in sorted(further))
    changesets.created(changeset, rows)


def _refuse_stranger(by):
    if not by.has_perm(MERGE_RIGHT):
        raise PermissionDenied
