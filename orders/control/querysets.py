from django.db.models import Q, QuerySet

from company.models.employee import NAMES, named
from core import clock
from orders.control.vocabulary import Verdict
from orders.work_orders.querysets import scoped

CONTROL = "orders.control_workorder"


class ControlMarkQuerySet(QuerySet):
    def visible_to(self, user):
        """With their order; and what somebody is to put right, to them, whatever else they see."""
        own = Q(responsible=user.pk)
        if not user.has_perm("orders.view_workorder"):
            return self.filter(own)
        return scoped(self, user, "orders.view_workorder", "order__") | self.filter(own)

    def to_settle(self):
        return self.filter(verdict=Verdict.WORK, settled_at__isnull=True)

    def late(self):
        return self.to_settle().filter(due_on__lt=clock.today())

    def in_rows(self):
        """Of the people only their names."""
        people = ("by", "responsible", "settled_by")
        return self.select_related(*people).defer("position", "settled_note", *named(*people))

    def in_short_rows(self):
        """As a block of «Today» shows them."""
        by = [f"by__{name}" for name in NAMES]
        numbers = ("order__year", "order__seq")
        shown = ("remark", "verdict", "due_on", "settled_at", *numbers, *by)
        return self.select_related("order", "by").only(*shown)

    def with_people(self):
        return self.select_related("by", "responsible", "settled_by", "position")
