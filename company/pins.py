"""The PIN by which a worker is known on the workshop's shared tablet: kept as a hash, guessed at
slowly, and never written down anywhere."""

import re
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext as _

from company.models import Employee
from core import clock
from core.errors import Refused

SHAPE = re.compile(r"[0-9]{4,6}")
TRIES = 5
PAUSE = timedelta(minutes=5)
DIGITS = "01234567890"


def why_weak(pin) -> str | None:
    if not SHAPE.fullmatch(pin):
        return _("A PIN has 4 to 6 digits.")
    if len(set(pin)) == 1 or pin in DIGITS or pin[::-1] in DIGITS:
        return _("This PIN is guessed at once. Choose other digits.")
    return None


def hashed(pin) -> str:
    return make_password(pin)


def check(employee, typed):
    """Refuses what is wrong. A try is counted before it is looked at, so that many at the same
    moment are not more than many in a row."""
    now = clock.now()
    row = Employee.objects.filter(pk=employee.pk)
    rested = Q(pin_tried_at__isnull=True) | Q(pin_tried_at__lt=now - PAUSE)
    tried = Case(When(rested, then=Value(1)), default=F("pin_tries") + 1)
    if not row.filter(rested | Q(pin_tries__lt=TRIES)).update(pin_tries=tried, pin_tried_at=now):
        raise Refused(_("Too many wrong PINs for this name. Wait five minutes."))
    if not employee.pin or not check_password(typed, employee.pin):
        raise Refused(_("The PIN does not belong to this name."))
    row.update(pin_tries=0)
