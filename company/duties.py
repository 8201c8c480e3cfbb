"""What employees answer for, by the entries of the registry, and how it goes to somebody else."""

from collections import defaultdict
from typing import NamedTuple

from django.utils.translation import gettext as _

from company.assignment import turns
from company.models import Department, Employee
from core import changesets, clock, registry
from core.errors import Refused
from core.registry import Duty

PIECE = 2_000


class Held(NamedTuple):
    duty: Duty
    count: int


def known() -> list[Duty]:
    return sorted(registry.duties, key=lambda duty: duty.order)


def of_person(duty, person):
    return duty.open().filter(**{duty.field: person}).order_by()


def held_by(person) -> list[Held]:
    """What a successor is asked for, with how many rows: one query for each duty."""
    asked = [duty for duty in known() if duty.label]
    counted = [Held(duty, of_person(duty, person).count()) for duty in asked]
    return [held for held in counted if held.count]


def refuse_nobody(duty, to: Employee | Department):
    """Before anything is written: whoever is to get these rows may, and is here."""
    if isinstance(to, Employee):
        refuse_unable(duty, to)
    else:
        turns.demand_present(to, right=duty.right)


def hand_on(duty, changeset, rows, to: Employee | Department, *, by) -> dict[Employee, int]:
    """The rows go to `to`, those of a department to its people in turn; how many each has got."""
    got = defaultdict(int)
    if isinstance(to, Employee):
        refuse_unable(duty, to)
    for person, share in shares(rows, to, right=duty.right):
        move = duty.hand_on or update
        got[person] += move(duty, changeset, share, person, by)
    return {person: count for person, count in got.items() if count}


def update(duty, changeset, rows, person, by) -> int:
    if duty.story:
        _tell(duty, changeset, rows, person, by)
    values = {duty.field: person, **duty.also(person)}
    return changesets.update(changeset, rows, **values)


def take_seat(changeset, rows, field, person, *, beside) -> int:
    """For rows of which a person has one for each `beside`: where the successor has theirs already,
    the row goes."""
    theirs = rows.model._base_manager.filter(**{field: person}).values(beside)
    changesets.delete(changeset, rows.filter(**{f"{beside}__in": theirs}))
    return changesets.update(changeset, rows, **{field: person})


def seats(beside):
    def hand_on_seats(duty, changeset, rows, person, by):
        return take_seat(changeset, rows, duty.field, person, beside=beside)

    return hand_on_seats


def drop(duty, changeset, rows, person, by):
    return changesets.delete(changeset, rows)


def _tell(duty, changeset, rows, person, by):
    """Each row's own story says from whom to whom."""
    model, step = duty.story
    was = dict(rows.values_list("pk", duty.field))
    names = {pk: each.short_name for pk, each in Employee.objects.in_bulk(was.values()).items()}
    now = clock.now()
    made = model.objects.bulk_create(
        [
            model(
                subject_id=pk,
                step=step,
                by=by,
                at=now,
                note=f"{names[before]} → {person.short_name}",
            )
            for pk, before in was.items()
        ],
        batch_size=PIECE,
    )
    changesets.created(changeset, made)


def shares(rows, to: Employee | Department, *, right=""):
    """(who gets them, rows): of a department those who are here today, in turn."""
    if isinstance(to, Employee):
        yield to, rows
        return
    pks = list(rows.order_by("pk").values_list("pk", flat=True))
    theirs = defaultdict(list)
    for pk, person in zip(pks, turns.next_ones(to, len(pks), right=right), strict=True):
        theirs[person].append(pk)
    for person, given in theirs.items():
        yield person, rows.model._base_manager.filter(pk__in=given)


def refuse_unable(duty, person):
    if not person.is_active or (duty.right and not person.has_perm(duty.right)):
        raise Refused(
            _("%(who)s may not take over “%(what)s”: choose somebody else.")
            % {"who": person.short_name, "what": duty.label}
        )
