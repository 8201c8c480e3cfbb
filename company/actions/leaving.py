"""An employee leaves: what was theirs to do is somebody else's, the account is closed, in one move
that can be taken back."""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from company import duties
from company.actions.administrators import keep_one
from company.actions.employees import demand, may_touch, new_password
from company.models import Employee
from company.notifications import notify
from core import changesets, clock
from core.errors import Refused
from core.models import Changeset, SecretLink

KIND, UNDO_DAYS = "leaving", 30


@transaction.atomic
def let_go(employee, *, by, successors=None) -> Changeset | None:
    """The logins and secret links end at once, the old password never works again, and everything
    that waits for the employee goes to `successors`: {code of the duty: employee or department}.

    Pressed twice it does nothing more; of who has left before, what has come since is handed on.
    """
    demand(by)
    may_touch(employee, by)
    if employee.pk == by.pk:
        raise Refused(_("Nobody switches themselves off: ask another administrator."))
    locked = Employee.objects.select_for_update(of=("self",)).get(pk=employee.pk)
    title = _("%(name)s has left") % {"name": locked.full_name}
    changeset = changesets.begin(KIND, title, by=by, undo_days=UNDO_DAYS)
    _close(changeset, locked)
    employee.is_active = False
    got = _hand_on(changeset, locked, successors or {}, by)
    keep_one()
    if not changeset.rows.exists():
        changeset.delete()
        return None
    _ring(changeset, locked, got)
    return changeset


def leavings_of(employee):
    """The moves by which the employee left; the newest first."""
    label = Employee._meta.label_lower
    rows = {"rows__model": label, "rows__object_id": employee.pk}
    return Changeset.objects.filter(kind=KIND, **rows).select_related("by", "undone_by")


@transaction.atomic
def undo_leaving(employee, *, by) -> tuple[str, int]:
    """The employee is back, with a new password and what was theirs; answers it, and how many rows
    stay with their successors since they have changed."""
    demand(by)
    may_touch(employee, by)
    changeset = leavings_of(employee).undoable().first()
    if changeset is None:
        raise Refused(_("This cannot be undone any more."))
    left = changesets.undo(changeset, by=by, all_or_nothing=False)
    employee.refresh_from_db()
    employee.is_active = True
    return new_password(employee), left


def _close(changeset, employee):
    """A password is nothing to remember, not even its hash."""
    changesets.update(changeset, Employee.objects.filter(pk=employee.pk), is_active=False)
    employee.is_active = False
    employee.set_unusable_password()
    employee.save(update_fields=["password"])
    valid = SecretLink.objects.valid()
    (valid.of(employee) | valid.filter(by=employee)).update(revoked_at=clock.now())


def _hand_on(changeset, employee, successors, by) -> dict:
    """{successor: {label: count}}"""
    got = defaultdict(dict)
    for duty in duties.known():
        rows = duties.of_person(duty, employee)
        if duty.label is None:
            duty.hand_on(duty, changeset, rows, None, by)
            continue
        if not rows.exists():
            continue
        for person, count in duties.hand_on(
            duty, changeset, rows, _successor(duty, successors), by=by
        ).items():
            got[person][duty] = count
    return got


def _successor(duty, successors):
    if duty.code not in successors:
        raise Refused(_("Say who takes over: %(what)s.") % {"what": duty.label})
    return successors[duty.code]


def _ring(changeset, employee, got):
    with translation.override(settings.LANGUAGE_CODE):
        for person, counts in got.items():
            said = ", ".join(
                f"{duty.label.lower()} \u2013 {count}" for duty, count in counts.items()
            )
            text = _("From %(who)s you take over: %(what)s") % {
                "who": employee.short_name,
                "what": said,
            }
            notify([person], key=f"leaving-{changeset.pk}", text=text, url=reverse("today"))
