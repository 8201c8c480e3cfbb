"""The life of a sales plan: a draft is typed, what is accepted is never edited again."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

from core.lifecycle import Life, Route

SEE, CHANGE = "sales.view_salesplan", "sales.change_salesplan"


class PlanStatus(TextChoices):
    DRAFT = "draft", pgettext_lazy("sales plan", "Draft")
    ACCEPTED = "accepted", pgettext_lazy("sales plan", "Accepted")
    DROPPED = "dropped", pgettext_lazy("sales plan", "Dropped")


class PlanVerb(TextChoices):
    ACCEPT = "accept", pgettext_lazy("sales plan step", "Accept")
    DROP = "drop", pgettext_lazy("sales plan step", "Drop")


S = PlanStatus
ROUTES = {
    PlanVerb.ACCEPT: Route({S.DRAFT}, S.ACCEPTED, stamp="accepted_at", right=CHANGE),
    PlanVerb.DROP: Route({S.DRAFT}, S.DROPPED, right=CHANGE),
}
PLAN_LIFE = Life(PlanVerb, ROUTES, "sales.salesplan", states=PlanStatus)


class RemarkStatus(TextChoices):
    SET = "set", pgettext_lazy("remark on the plan", "Waits to be understood")
    UNDERSTOOD = "understood", pgettext_lazy("remark on the plan", "Understood")
    BACK = "back", pgettext_lazy("remark on the plan", "Back with the director")
    CLOSED = "closed", pgettext_lazy("remark on the plan", "Closed")


class RemarkVerb(TextChoices):
    UNDERSTAND = "understand", pgettext_lazy("remark on the plan step", "Understood")
    COME_BACK = "come_back", pgettext_lazy("remark on the plan step", "Comes back on its date")
    CLOSE = "close", pgettext_lazy("remark on the plan step", "Close")


R = RemarkStatus
OPEN_REMARK = {R.SET, R.UNDERSTOOD, R.BACK}
REMARK_ROUTES = {
    RemarkVerb.UNDERSTAND: Route({R.SET}, R.UNDERSTOOD, stamp="understood_at", right=SEE),
    RemarkVerb.COME_BACK: Route(
        {R.SET, R.UNDERSTOOD}, R.BACK, stamp="came_back_at", right=CHANGE, offered=False
    ),
    RemarkVerb.CLOSE: Route(OPEN_REMARK, R.CLOSED, stamp="closed_at", right=CHANGE),
}


class RemarkLife(Life):
    def may(self, obj, step, user):
        """Only whoever was asked says that it is understood."""
        if step == RemarkVerb.UNDERSTAND:
            return user.pk == obj.manager_id
        return super().may(obj, step, user)


REMARK_LIFE = RemarkLife(RemarkVerb, REMARK_ROUTES, "sales.planremark", states=RemarkStatus)
