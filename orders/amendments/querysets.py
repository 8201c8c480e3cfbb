from django.db.models import QuerySet

from orders.amendments.lifecycle import CONSENT_RIGHT, OPEN, AmendmentStatus
from orders.work_orders.querysets import scoped


class AmendmentQuerySet(QuerySet):
    def visible_to(self, user):
        """Who may see the order, and those of the workshop who are asked for their consent."""
        if user.has_perm(CONSENT_RIGHT):
            return self
        return scoped(self, user, "orders.view_workorder", "order__")

    def open(self):
        return self.filter(status__in=OPEN)

    def in_force(self):
        return self.filter(status=AmendmentStatus.APPLIED)

    def for_page(self):
        return self.select_related(
            "order__client", "order__office", "order__manager", "drafted_by", "consented_by"
        ).select_related("confirmed_by")


class PositionChangeQuerySet(QuerySet):
    def unseen(self):
        """What the workshop has not confirmed to have read."""
        return self.filter(seen_at=None)
