from django.db.models import Q, QuerySet

from company.scope import sees_all, within
from core import clock
from sales.plan.lifecycle import CHANGE, OPEN_REMARK, SEE, PlanStatus, RemarkStatus


class SalesPlanQuerySet(QuerySet):
    def visible_to(self, user):
        """A draft is seen by those who make it."""
        if not user.has_perm(SEE):
            return self.none()
        return self if user.has_perm(CHANGE) else self.accepted()

    def accepted(self):
        return self.filter(status=PlanStatus.ACCEPTED)

    def drafts(self):
        return self.filter(status=PlanStatus.DRAFT)

    def in_force(self, year: int):
        """The last accepted version of the year, or none."""
        return self.accepted().filter(year=year).order_by("-number").first()


class PlanLineQuerySet(QuerySet):
    def visible_to(self, user):
        """The whole firm's, the office's or one's own lines, as the role says."""
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "manager"))


class PlanRemarkQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        if not user.has_perm(CHANGE):
            return self.filter(manager=user)
        return self if sees_all(user) else self.filter(within(user, "manager") | Q(author=user))

    def open(self):
        return self.filter(status__in=OPEN_REMARK)

    def to_understand(self, user):
        return self.filter(manager=user, status=RemarkStatus.SET)

    def with_people(self):
        return self.select_related("manager", "author", "task")


class ForecastQuerySet(QuerySet):
    def visible_to(self, user):
        if not user.has_perm(SEE):
            return self.none()
        return self.filter(within(user, "manager"))

    def frozen(self):
        return self.filter(frozen_at__isnull=False)

    def of_this_month(self):
        return self.filter(month=clock.today().replace(day=1))
