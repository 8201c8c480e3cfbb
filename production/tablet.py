"""The shared tablet: one login for all, and each step asks who takes it, by name and PIN.

The step is then that worker's own: their rights count, and their name stands in the history.
"""

from django.core.exceptions import PermissionDenied

from company import pins
from core.errors import Refused
from production.forms import WhoForm

SHARED = "company.use_tablet"
LAST = "tablet_worker"


class _Anybody:
    """Who will take the step is not known yet, so the card offers what somebody may do."""

    def has_perm(self, right):
        return True


ANYBODY = _Anybody()


def is_shared(user) -> bool:
    return user.has_perm(SHARED)


def offered_to(user):
    return ANYBODY if is_shared(user) else user


def demand(user, right):
    if not offered_to(user).has_perm(right):
        raise PermissionDenied


def who_form(request, right) -> WhoForm | None:
    """On the shared tablet a step asks for a worker who has the right to it."""
    if not is_shared(request.user):
        return None
    data = request.POST if request.method == "POST" else None
    return WhoForm(data, right=right, last=request.session.get(LAST))


def taker(request, form):
    """Who takes the step; None where the form of the tablet is to be shown again."""
    if form is None:
        return request.user
    if not form.is_valid():
        return None
    worker = form.cleaned_data["worker"]
    try:
        pins.check(worker, form.cleaned_data["pin"])
    except Refused as refusal:
        form.add_error("pin", refusal.message)
        return None
    request.session[LAST] = worker.pk
    return worker
