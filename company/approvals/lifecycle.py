"""The life of a request for approval. Read this screen and you know it.

Who may answer depends on what is asked: the kind names the right, a deputy answers for the absent.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route


class Status(TextChoices):
    WAITING = "waiting", pgettext_lazy("approval", "Waits for a decision")
    APPROVED = "approved", pgettext_lazy("approval", "Approved")
    REFUSED = "refused", pgettext_lazy("approval", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("approval", "Not needed any more")


class Step(TextChoices):
    APPROVE = "approve", pgettext_lazy("approval step", "Approve")
    REFUSE = "refuse", pgettext_lazy("approval step", "Refuse")
    WITHDRAW = "withdraw", pgettext_lazy("approval step", "Withdraw")


S = Status
# fmt: off
ROUTES = {
    Step.APPROVE:  Route({S.WAITING}, S.APPROVED, stamp="answered_at"),
    Step.REFUSE:   Route({S.WAITING}, S.REFUSED, stamp="answered_at"),
    Step.WITHDRAW: Route({S.WAITING}, S.WITHDRAWN),
}
# fmt: on


class ApprovalLife(Life):
    def may(self, obj, step, user):
        if step == Step.WITHDRAW:
            return user.is_robot or user.pk == obj.asked_by_id
        return user.is_robot or obj.whose_right(user) is not None


LIFE = ApprovalLife(Step, ROUTES, "company.approval", states=Status)
