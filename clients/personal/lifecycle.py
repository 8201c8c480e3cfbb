"""The life of a request about personal data, and the terms that the law gives the firm (152-FZ)."""

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from company.deadlines.terms import Term, Unit
from core.lifecycle import Life, Route

HANDLE_RIGHT = "clients.handle_personalrequest"


class Kind(TextChoices):
    ACCESS = "access", pgettext_lazy("personal data", "Access to the data")
    RECTIFICATION = "rectification", pgettext_lazy("personal data", "Correction of wrong data")
    BLOCKING = "blocking", pgettext_lazy("personal data", "End of the processing")
    WITHDRAWAL = "withdrawal", pgettext_lazy("personal data", "Withdrawal of the consent")
    ERASURE = "erasure", pgettext_lazy("personal data", "Erasure")


# Art. 14 and 20; 20 p. 3; 21 p. 5.1; 21 p. 5.
TERMS = {
    Kind.ACCESS: Term(10, Unit.WORKING_DAYS),
    Kind.RECTIFICATION: Term(7, Unit.WORKING_DAYS),
    Kind.BLOCKING: Term(10, Unit.WORKING_DAYS),
    Kind.WITHDRAWAL: Term(30, Unit.DAYS),
    Kind.ERASURE: Term(30, Unit.DAYS),
}
# Once, with reasons that the person is told.
LONGER = {Kind.ACCESS: 5, Kind.BLOCKING: 5}


class Status(TextChoices):
    NEW = "new", pgettext_lazy("personal request", "In work")
    DONE = "done", pgettext_lazy("personal request", "Fulfilled")
    REFUSED = "refused", pgettext_lazy("personal request", "Refused")


class Step(TextChoices):
    EXTEND = "extend", pgettext_lazy("step of a personal request", "Prolong the term")
    FULFIL = "fulfil", pgettext_lazy("step of a personal request", "Fulfilled")
    REFUSE = "refuse", pgettext_lazy("step of a personal request", "Refuse")


def may_be_longer(request):
    if request.kind not in LONGER:
        return _("The law does not let this term be prolonged.")
    return _("The term has been prolonged already.") if request.is_prolonged else None


def is_erased(request):
    if request.kind == Kind.ERASURE and not hasattr(request.client, "erasure"):
        return _("The data is still there: erase it first.")
    return None


S = Status
# fmt: off
ROUTES = {
    Step.EXTEND: Route({S.NEW}, S.NEW, (may_be_longer,), right=HANDLE_RIGHT),
    Step.FULFIL: Route({S.NEW}, S.DONE, (is_erased,), stamp="settled_at", right=HANDLE_RIGHT),
    Step.REFUSE: Route({S.NEW}, S.REFUSED, stamp="settled_at", right=HANDLE_RIGHT),
}
# fmt: on

LIFE = Life(Step, ROUTES, "clients.personalrequest", states=Status)
