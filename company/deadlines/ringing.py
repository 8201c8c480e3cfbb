"""What the clock does: every warning that is due is given, once."""

import logging

from django.db import transaction

from company.deadlines.actions import given_codes, reschedule, schedule
from company.models import Deadline, DeadlineWarning
from core import clock

log = logging.getLogger(__name__)


def warn_of_due():
    """All that is due, also what an outage has left; each deadline in its own transaction."""
    for pk in list(Deadline.objects.to_warn().values_list("pk", flat=True)):
        try:
            warn(pk)
        except Exception:  # one that cannot be told must not silence the others; tried again
            log.exception("the warnings of deadline %s were not given", pk)


@transaction.atomic
def warn(pk: int):
    """The row is locked and the warning's own row is unique: two workers give it once."""
    waiting = Deadline.objects.to_warn().select_for_update(skip_locked=True)
    deadline = waiting.filter(pk=pk).first()
    if deadline is None:
        return
    now, given = clock.now(), given_codes(deadline)
    owner = deadline.kind_entry.model._base_manager.get(pk=deadline.owner_id)
    for moment, code in schedule(deadline):
        if moment <= now and code not in given:
            _give(deadline, owner, code, moment, now)
            given.add(code)
    reschedule(deadline, given)


def _give(deadline, owner, code, moment, now):
    warning = DeadlineWarning.objects.create(
        deadline=deadline, round=deadline.round, code=code, at=moment, given_at=now
    )
    deadline.kind_entry.warn(owner, warning)
