from datetime import timedelta

from django.db.models import QuerySet

from company.models import Role
from core import clock

DAY = timedelta(days=1)


class PaymentQuerySet(QuerySet):
    def visible_to(self, user):
        """The whole firm's money, the cash of the own office, or what one took oneself.

        The office is the one where the money lies: a director of another one may have taken it.
        """
        if not user.has_perm("orders.view_payment"):
            return self.none()
        if user.is_robot or user.role.scope == Role.Scope.ALL:
            return self
        if user.role.scope == Role.Scope.OFFICE:
            return self.filter(office=user.office_id)
        return self.filter(by=user)

    def between(self, since, until):
        """By the firm's date, both days included; a missing one leaves that side open.

        The moments, a day wider, say nothing new; but the list is sorted by them.
        """
        rows = self
        if since:
            rows = rows.filter(day__gte=since, at__gte=clock.midnight(since) - DAY)
        if until:
            rows = rows.filter(day__lte=until, at__lt=clock.midnight(until) + 2 * DAY)
        return rows

    def cash(self, *, since=None, until=None, office=None, by=None, method="", kind=""):
        """What the day's cash counts and what its figures open: one and the same rows."""
        wanted = {"office": office, "by": by, "method": method, "kind": kind}
        given = {name: value for name, value in wanted.items() if value}
        return self.between(since, until).filter(**given)

    def today(self):
        return self.between(clock.today(), clock.today())

    def refunds(self):
        return self.filter(kind=self.model.Kind.REFUND)

    def corrections(self):
        return self.filter(kind=self.model.Kind.CORRECTION)
