"""What waits for somebody who has left goes to the successors: in pieces, each of which is kept
whole together with its count. What is handed over waits no more, so whoever was stopped or killed
goes on with the rest."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from company import duties
from company.models import Employee, Leaving
from company.notifications import notify
from company.whom import of_key
from core import clock, jobs
from core.errors import Refused

PIECE = 1_000


def run(job, progress):
    found = Leaving.objects.get(pk=job.arguments["leaving"])
    progress.say(found.handed, found.total)
    while write_piece(found):
        progress.say(found.handed, found.total)


@transaction.atomic
def write_piece(found) -> bool:
    """The next rows of the first duty that has any; False once nothing waits any more."""
    rows = Leaving.objects.select_for_update(of=("self",))
    locked = rows.select_related("employee", "by__role", "by__office", "changeset").get(pk=found.pk)
    if locked.done_at:
        return False
    duty, pks = _next(locked.employee)
    if duty is None:
        _finish(locked)
        return False
    rows = duties.of_person(duty, locked.employee).filter(pk__in=pks)
    if duty.label is None:
        duty.hand_on(duty, locked.changeset, rows, None, locked.by)
    else:
        got = duties.hand_on(duty, locked.changeset, rows, _successor(locked, duty), by=locked.by)
        _count(locked, duty, got)
    if duties.of_person(duty, locked.employee).filter(pk__in=pks).exists():
        raise RuntimeError(f"The duty {duty.code} stays on whoever has left.")
    locked.handed += len(pks)
    locked.save(update_fields=["handed", "counts"])
    found.handed = locked.handed
    return True


def _next(employee):
    for duty in duties.known():
        waiting = duties.of_person(duty, employee).order_by("pk")
        if pks := list(waiting.values_list("pk", flat=True)[:PIECE]):
            return duty, pks
    return None, []


def _successor(leaving, duty):
    """What came to the employee after the question goes to whoever gets the most kinds."""
    keys = list(leaving.successors.values())
    key = leaving.successors.get(duty.code) or max(keys, key=keys.count, default=None)
    if key is None:
        raise Refused(_("Say who takes over: %(what)s.") % {"what": duty.label})
    return of_key(key)


def _count(leaving, duty, got):
    for person, count in got.items():
        counts = leaving.counts.setdefault(str(person.pk), {})
        counts[duty.code] = counts.get(duty.code, 0) + count


def _finish(leaving):
    leaving.done_at = clock.now()
    leaving.save(update_fields=["done_at"])
    labels = {duty.code: duty.label for duty in duties.known()}
    people = Employee.objects.in_bulk(leaving.counts)
    with translation.override(settings.LANGUAGE_CODE):
        for person, counts in leaving.counts.items():
            _ring(leaving, people[int(person)], counts, labels)


def _ring(leaving, person, counts, labels):
    said = ", ".join(f"{labels[code].lower()} \u2013 {count}" for code, count in counts.items())
    text = _("From %(who)s you take over: %(what)s") % {
        "who": leaving.employee.short_name,
        "what": said,
    }
    key = f"leaving-{leaving.pk}-{leaving.handed}"
    notify([person], key=key, text=text, url=reverse("today"))


RUN = jobs.JobKind("leaving", run)
