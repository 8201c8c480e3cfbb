"""In turn: who of a department or a role gets the next piece of work."""

from itertools import cycle, islice

from django.db import transaction
from django.utils.translation import gettext as _

from company.models import Department, Employee, Role, Turn
from core.errors import Refused


def next_of(group: Department | Role, *, right="") -> Employee:
    return next_ones(group, 1, right=right)[0]


@transaction.atomic
def next_ones(group: Department | Role, count: int, *, right="") -> list[Employee]:
    """For `count` pieces of work who gets each: those who are here today and have `right`, one
    after the other, going on where it stopped last. Two who ask at once wait for each other."""
    turn = _locked(group)
    people = demand_present(group, right=right)
    after = [person for person in people if person.pk > (turn.last_id or 0)]
    chosen = list(islice(cycle([*after, *(each for each in people if each not in after)]), count))
    if chosen:
        turn.last = chosen[-1]
        turn.save(update_fields=["last"])
    return chosen


def demand_present(group: Department | Role, *, right="") -> list[Employee]:
    if people := present(group, right):
        return people
    raise Refused(
        _("Nobody of “%(group)s” is here today who could take it: choose somebody else.")
        % {"group": group}
    )


def present(group: Department | Role, right="") -> list[Employee]:
    people = group.employees.present().select_related("office")
    return list((people.with_rights(right) if right else people).order_by("pk"))


def _locked(group):
    queue = f"{group._meta.label_lower}-{group.pk}"
    Turn.objects.get_or_create(queue=queue)
    return Turn.objects.select_for_update(of=("self",)).get(queue=queue)
