"""Whose term has ended, of consents and of all personal data (152-FZ art. 5 p. 7, art. 21 p. 4, 5).

Consents that were given for a time are withdrawn by their own verb. Clients whose data nothing
holds any more are put on a list; a person erases them, or says why they stay.
"""

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import ngettext, pgettext

from clients.actions.consent import withdraw_consent
from clients.models import Client, Consent, ConsentText, DataTerm
from clients.models.consent import Purpose
from clients.models.personal import ERASE_RIGHT
from company.models import Employee, Firm
from company.notifications import notify
from company.robot import robot
from core import clock, registry
from core.errors import Refused

GRACE = timedelta(days=30)  # from a withdrawal to the end of what rested on it
PIECE = 2000
Ground = DataTerm.Ground


def end_consents() -> int:
    """Each once: what is withdrawn does not stand any more."""
    note, ended = pgettext("withdrawal of a consent", "Its term has ended"), 0
    for text in ConsentText.objects.filter(valid_months__gt=0):
        until = clock.midnight(earlier(clock.today(), text.valid_months) + timedelta(days=1))
        for consent in text.consents.standing().filter(given_at__lt=until).iterator():
            try:
                withdraw_consent(consent, by=robot(), note=note)
            except Refused:
                continue  # a person was quicker
            ended += 1
    return ended


def look_for_ended() -> int:
    """The list as it is today; who answers for it hears once of what is new on it."""
    due, known = _due(), {}
    for term in DataTerm.objects.all():
        known[term.client_id] = term.ground, term.ended_on
    over = [pk for pk, said in known.items() if due.get(pk) != said]
    for start in range(0, len(over), PIECE):
        DataTerm.objects.filter(client__in=over[start : start + PIECE]).delete()
    now = clock.now()
    fresh = [
        DataTerm(client_id=pk, ground=ground, ended_on=day, found_at=now)
        for pk, (ground, day) in sorted(due.items())
        if known.get(pk) != (ground, day)
    ]
    DataTerm.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=PIECE)
    if fresh:
        _tell(len(fresh))
    return len(fresh)


def _tell(count):
    said = ngettext(
        "The term of the personal data of %(count)s client is over.",
        "The term of the personal data of %(count)s clients is over.",
        count,
    )
    notify(
        Employee.objects.with_rights(ERASE_RIGHT),
        key=f"data-terms-{clock.today():%Y%m%d}",
        text=said % {"count": count},
        url=f"{reverse('clients:data_terms')}?chip=open",
    )


def _due() -> dict:
    """{client: (ground, the day on which the term ended)}."""
    return _idle() | _withdrawn()


def _persons():
    """Whose data is there still, and held by no consent."""
    standing = Consent.objects.standing().filter(client=OuterRef("pk"))
    persons = Client.objects.filter(kind=Client.Kind.PERSON, erasure=None)
    return persons.exclude(Exists(standing)).order_by()


def _withdrawn():
    until = clock.now() - GRACE
    taken = Consent.objects.filter(purpose=Purpose.PROCESSING, withdrawn_at__lt=until)
    last = taken.values("client").annotate(at=Max("withdrawn_at"))
    moments = dict(last.filter(client__in=_persons()).values_list("client", "at"))
    return {pk: (Ground.WITHDRAWN, localdate(at + GRACE)) for pk, at in moments.items()}


def _idle():
    months = 12 * Firm.get().data_kept_years
    if not months:
        return {}
    since = clock.midnight(earlier(clock.today(), months))
    idle = _persons().filter(created_at__lt=since).exclude(summary__last_order_at__gte=since)
    for need in registry.needs_of_data:
        held = need.rows(since).filter(**{need.field: OuterRef("pk")})
        idle = idle.exclude(Exists(held))
    told = idle.values_list("pk", "created_at", "summary__last_order_at")
    return {
        pk: (Ground.IDLE, earlier(localdate(ordered or created), -months))
        for pk, created, ordered in told.iterator(chunk_size=PIECE)
    }


def earlier(day: date, months: int) -> date:
    """The same day so many months before; the last of a month that is too short."""
    count = day.year * 12 + day.month - 1 - months
    first = date(count // 12, count % 12 + 1, 1)
    ends = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, ends.day))
