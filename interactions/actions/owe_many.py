"""Calls owed by thousands at once: saved together by whoever makes them, told of once a person."""

from collections import Counter

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from company.models import Employee
from company.notifications import notify
from core import clock
from interactions.models import Interaction


def unsaved_call(
    client_id, *, reason, subject, kind, responsible_id, office_id, purpose, at
) -> Interaction:
    """As `owe_call` makes it; that nothing is owed yet for this reason and subject is the
    caller's to know."""
    return Interaction(
        client_id=client_id,
        kind=kind,
        channel=kind.channel,
        direction=kind.direction,
        purpose=purpose,
        planned_at=at,
        responsible_id=responsible_id,
        office_id=office_id,
        created_at=clock.now(),
        reason=reason,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
    )


def ring_each(theirs: Counter, *, reason, words):
    """`theirs` counts the calls by the number of the person; `words` are an `ngettext_lazy` by
    `count`."""
    people = Employee.objects.select_related("role").in_bulk(theirs)
    url = f"{reverse('interactions:calls')}?reason={reason}"
    for pk, count in theirs.items():
        with translation.override(settings.LANGUAGE_CODE):
            text = words % {"count": count}
        notify([people[pk]], key=f"{reason}:{clock.now().isoformat()}", text=text, url=url)
