"""The term of a request is watched: whoever handles them is told before it is over."""

from django.utils.translation import gettext as _

from clients.models import PersonalRequest
from clients.personal.lifecycle import HANDLE_RIGHT
from company.deadlines.terms import Unit
from company.deadlines.warnings import before, when_due
from company.models import Employee
from company.notifications import notify
from core.registry import DeadlineKind

DEADLINE = "personal_request"


def warn(request, warning):
    words = {"request": str(request), "client": request.client.name}
    if warning.code == "due":
        text = _("The term is over: %(request)s, %(client)s.") % words
    else:
        text = _("Two working days are left: %(request)s, %(client)s.") % words
    notify(
        Employee.objects.with_rights(HANDLE_RIGHT),
        key=f"personal-request-{warning.pk}",
        text=text[:250],
        url=request.get_absolute_url(),
    )


KIND = DeadlineKind(
    DEADLINE, PersonalRequest, (before(2, Unit.WORKING_DAYS), when_due("due")), warn
)
