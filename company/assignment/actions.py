"""Giving something into other hands, and the answer; the subject's own verbs call these."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from company.assignment.lifecycle import LIFE, Step
from company.models import Assignment, Department, Employee
from company.notifications import notify
from core import clock
from core.errors import Refused


@transaction.atomic
def offer(subject, *, to: Employee | Department, by, words, note="") -> Assignment:
    """Give `subject` to a person or a department and ring; what waited for an answer is taken back.

    `words` is what those who get it read under the bell, already in the firm's language.
    """
    recall(subject, by=by)
    assignment = Assignment.objects.create(
        owner_type=subject._meta.label_lower,
        owner_id=subject.pk,
        to_employee=to if isinstance(to, Employee) else None,
        to_department=to if isinstance(to, Department) else None,
        by=by,
        at=clock.now(),
        note=note.strip(),
    )
    _ring(people_of(to), "given", words, subject, assignment, but=by)
    return assignment


@transaction.atomic
def accept(subject, *, by) -> Assignment:
    assignment = _offered(subject)
    LIFE.take(assignment, Step.ACCEPT, by=by, answered_by=by)
    words = _said(gettext_noop("%(who)s has accepted: %(what)s"), subject, by)
    _ring([assignment.by], "accepted", words, subject, assignment, but=by)
    return assignment


@transaction.atomic
def decline(subject, *, by, note) -> Assignment:
    assignment, note = _offered(subject), note.strip()
    if not note:
        raise Refused(_("Say in a few words why not: whoever gave it decides what next."))
    LIFE.take(assignment, Step.DECLINE, by=by, note=note, answered_by=by, answer=note)
    words = _said(gettext_noop("%(who)s has declined: %(what)s. %(note)s"), subject, by, note)
    _ring([assignment.by], "declined", words, subject, assignment, but=by)
    return assignment


@transaction.atomic
def recall(subject, *, by, note="") -> Assignment | None:
    """Nobody is asked any more; whoever was asked hears of it."""
    assignment = waiting(subject)
    if assignment is None:
        return None
    LIFE.take(assignment, Step.RECALL, by=by, note=note, answered_by=by, answer=note)
    words = _said(gettext_noop("%(who)s has taken back: %(what)s"), subject, by)
    people = people_of(assignment.to_employee or assignment.to_department)
    _ring(people, "recalled", words, subject, assignment, but=by)
    return assignment


@transaction.atomic
def take_back(subject, *, by):
    """By whoever has given it."""
    offered = waiting(subject)
    if offered and offered.by_id != by.pk:
        raise PermissionDenied
    recall(subject, by=by)


def refuse_same(to: Employee | Department, now):
    if to == now:
        raise Refused(_("It is with %(whom)s already: choose somebody else.") % {"whom": to})


def give_back(assignment, *, by):
    """Whoever was asked does not work here any more: who gave it decides what next."""
    subject = assignment.owner
    LIFE.take(assignment, Step.RECALL, by=by, answered_by=by)
    words = _said(
        gettext_noop("Nobody has answered: %(what)s. %(who)s has taken it back."), subject, by
    )
    _ring([assignment.by], "given-back", words, subject, assignment, but=by)


def waiting(subject) -> Assignment | None:
    """What of `subject` waits for an answer, locked until the transaction ends."""
    rows = Assignment.objects.of(subject).offered().select_for_update(of=["self"])
    return rows.select_related("by", "to_employee", "to_department").first()


def people_of(whom: Employee | Department) -> list[Employee]:
    return [whom] if isinstance(whom, Employee) else list(whom.employees.working())


def _offered(subject):
    found = waiting(subject)
    if found is None:
        raise Refused(_("This waits for nobody's answer any more: look at the page again."))
    return found


def _said(sentence, subject, by, note=""):
    """What is stored is in the firm's words, whatever language `by` reads."""
    with translation.override(settings.LANGUAGE_CODE):
        return _(sentence) % {"who": by.short_name, "what": subject, "note": note}


def _ring(people, what, words, subject, assignment, *, but):
    """Who acts needs no bell of their own."""
    notify(
        [person for person in people if person.pk != but.pk],
        key=f"assignment-{assignment.pk}-{what}",
        text=words,
        url=subject.get_absolute_url(),
    )
