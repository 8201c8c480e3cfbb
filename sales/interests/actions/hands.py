"""It goes to a colleague or a department, who take it or do not."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from company.assignment import actions as assignment
from company.models import Department, Employee
from sales.interests import bells
from sales.interests.actions.answer import locked
from sales.interests.lifecycle import CHANGE, INTEREST_LIFE, InterestVerb


@transaction.atomic
def hand_over(interest, *, by, to: Employee | Department, note=""):
    """Until it is accepted it stays with who answers for it, and so does its clock."""
    interest, note = locked(interest), note.strip()
    assignment.refuse_same(to, interest.responsible)
    said = ". ".join(filter(None, [f"\u2192 {to}", note]))
    INTEREST_LIFE.take(interest, InterestVerb.HAND_OVER, by=by, note=said)
    words = bells.handed_over(interest, by=by, note=note)
    return assignment.offer(interest, to=to, by=by, words=words, note=note)


@transaction.atomic
def accept(interest, *, by):
    interest = _reached(interest, by)
    arrow = f"{interest.responsible.short_name} \u2192 {by.short_name}"
    assignment.accept(interest, by=by)
    INTEREST_LIFE.take(
        interest, InterestVerb.TAKE_OVER, by=by, note=arrow, responsible=by, office=by.office
    )
    return interest


@transaction.atomic
def decline(interest, *, by, note):
    assignment.decline(_reached(interest, by), by=by, note=note)


@transaction.atomic
def recall(interest, *, by):
    assignment.take_back(_reached(interest, by), by=by)


def _reached(interest, by):
    if not by.has_perm(CHANGE):
        raise PermissionDenied
    return locked(interest)
