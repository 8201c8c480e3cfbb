"""An employee leaves: what was theirs to do is somebody else's, the account is closed, in one move
that can be taken back."""

from django.db import transaction
from django.utils.translation import gettext as _

from company import duties, leaving
from company.actions.administrators import keep_one
from company.actions.employees import demand, may_touch, new_password
from company.models import Employee, Leaving
from company.whom import key_of
from core import changesets, clock, jobs, undoing
from core.errors import Refused
from core.models import SecretLink

KIND, UNDO_DAYS = "leaving", 30
AT_ONCE = 500


@transaction.atomic
def let_go(employee, *, by, successors=None) -> Leaving | None:
    """The logins and secret links end at once, the old password never works again, and everything
    that waits for the employee goes to `successors`: {code of the duty: employee or department};
    a few rows at once, many in the worker.

    Pressed twice it does nothing more; where it broke off it goes on, and what has come to whoever
    had left goes the same way.
    """
    demand(by)
    may_touch(employee, by)
    if employee.pk == by.pk:
        raise Refused(_("Nobody switches themselves off: ask another administrator."))
    locked = Employee.objects.select_for_update(of=("self",)).get(pk=employee.pk)
    held = duties.held_by(locked)
    settled = _settled(held, successors or {})
    was_active = locked.is_active
    _close(locked)
    employee.is_active = False
    keep_one()
    found = None if was_active else locked.leavings.with_work().first()
    if found is None or found.changeset.undone_at:
        found = _begun(locked, by)
    elif found.is_at_work or not held:
        return None
    _hand_on(found, settled, sum(count for _duty, count in held), by)
    return found


@transaction.atomic
def undo_leaving(employee, *, by) -> tuple[str, Leaving]:
    """The employee is back at once, with a new password; what was theirs follows. Rows that have
    changed since stay with their successors. Where it broke off it goes on, without a password."""
    demand(by)
    may_touch(employee, by)
    Employee.objects.select_for_update(of=("self",)).get(pk=employee.pk)
    found = employee.leavings.with_work().first()
    if found is None:
        raise Refused(_("This cannot be undone any more."))
    undoing.refuse_at_work(found.job)
    employee.leavings.open().update(done_at=clock.now())
    goes_on = found.changeset.undo_broke_off
    found.changeset = undoing.undo(found.changeset, by=by)
    if goes_on:
        return "", found
    employee.refresh_from_db()
    employee.is_active = True
    return new_password(employee), found


def _settled(held, successors) -> dict[str, str]:
    for duty, _count in held:
        if duty.code not in successors:
            raise Refused(_("Say who takes over: %(what)s.") % {"what": duty.label})
        duties.refuse_nobody(duty, successors[duty.code])
    return {code: key_of(whom) for code, whom in successors.items()}


def _close(employee):
    """A password is nothing to remember, not even its hash."""
    employee.is_active = False
    employee.set_unusable_password()
    employee.save(update_fields=["is_active", "password"])
    valid = SecretLink.objects.valid()
    (valid.of(employee) | valid.filter(by=employee)).update(revoked_at=clock.now())


def _begun(employee, by) -> Leaving:
    employee.leavings.open().update(done_at=clock.now())
    title = _("%(name)s has left") % {"name": employee.full_name}
    changeset = changesets.begin(KIND, title, by=by, undo_days=UNDO_DAYS)
    return Leaving.objects.create(employee=employee, changeset=changeset, by=by, at=clock.now())


def _hand_on(found, settled, count, by):
    found.successors, found.counts, found.done_at = settled, {}, None
    found.total = found.handed + count
    if count > AT_ONCE:
        found.job = jobs.start(leaving.RUN, found.changeset.title[:200], by=by, leaving=found.pk)
    found.save(update_fields=["successors", "counts", "done_at", "total", "job"])
    if count <= AT_ONCE:
        while leaving.write_piece(found):
            pass
        found.refresh_from_db()
