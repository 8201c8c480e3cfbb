from django.db.models import QuerySet, Sum

from company.models import Role
from core import clock, phones
from orders.work_orders.lifecycle import (
    ARCHIVE,
    IN_WORK,
    NOT_MADE,
    OPEN,
    TAKES_MONEY,
    PositionStatus,
    Status,
)


def scoped(rows, user, right, prefix=""):
    if not user.has_perm(right):
        return rows.none()
    if user.is_robot or user.role.scope == Role.Scope.ALL:
        return rows
    if user.role.scope == Role.Scope.OFFICE:
        return rows.filter(**{f"{prefix}office": user.office_id})
    return rows.filter(**{f"{prefix}manager": user})


class WorkOrderQuerySet(QuerySet):
    def visible_to(self, user):
        """The whole firm's, the office's or one's own orders, as the role says."""
        return scoped(self, user, "orders.view_workorder")

    def calculations(self):
        return self.filter(status=Status.CALCULATION)

    def in_work(self):
        return self.filter(status__in=IN_WORK)

    def open(self):
        return self.filter(status__in=OPEN)

    def ready(self):
        return self.filter(status=Status.READY)

    def handed_over(self):
        return self.filter(status=Status.HANDED_OVER)

    def archive(self):
        return self.filter(status__in=ARCHIVE)

    def due_today(self):
        return self.in_work().filter(promised_on=clock.today())

    def overdue(self):
        return self.in_work().filter(promised_on__lt=clock.today())

    def in_debt(self):
        return self.filter(status__in=TAKES_MONEY - {Status.CANCELLED}, debt__gt=0)

    def numbered(self, text):
        """By «2026-000123», «123» of this year or any writing in between."""
        digits = phones.digits(text)
        if not digits or len(digits) > 12:
            return self.none()
        year = clock.today().year
        if len(digits) > 6:
            year, digits = int(digits[:4]), digits[4:]
        return self.filter(year=year, seq=int(digits))


class PositionQuerySet(QuerySet):
    def visible_to(self, user):
        if user.has_perm("orders.view_shop_position"):
            return self
        return scoped(self, user, "orders.view_workorder", "order__")

    def in_shop(self):
        """The shop's queue: positions to make, or made and not checked, of orders in work."""
        return self.filter(goes_to_shop=True, order__status__in=IN_WORK).exclude(
            status=PositionStatus.CHECKED
        )

    def not_made(self):
        return self.filter(goes_to_shop=True, status__in=NOT_MADE)


class OperationQuerySet(QuerySet):
    def queued(self):
        return self.filter(is_open=True)

    def minutes_by_stage(self) -> dict[int, int]:
        rows = self.queued().values_list("stage").annotate(Sum("minutes"))
        return dict(rows.order_by())
