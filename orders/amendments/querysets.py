from django.db.models import Q, QuerySet

from company.models import Approval
from company.models.employee import NAMES
from orders.amendments.lifecycle import CONSENT_RIGHT, OPEN, AmendmentStatus
from orders.work_orders.querysets import scoped

ORDER = ("order__year", "order__seq", "order__promised_on")


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

    def waiting_for_consent(self):
        """The foreman has yet to say what becomes of what is begun."""
        return self.filter(status=AmendmentStatus.AT_FOREMAN)

    def undecided(self):
        """Of the foreman, or of a director, an answer is waited for."""
        asked = Approval.objects.waiting().about(self.model).values("subject_id")
        return self.open().filter(Q(status=AmendmentStatus.AT_FOREMAN) | Q(pk__in=asked))

    def at_client(self):
        return self.filter(status=AmendmentStatus.AT_CLIENT)

    def in_rows(self):
        """As lists show them; what changes in detail stays where it is."""
        people = (f"drafted_by__{name}" for name in NAMES)
        return self.select_related("order", "drafted_by").only(
            *("number", "status", "reason", "drafted_at"), *ORDER, *people
        )

    def for_page(self):
        return self.select_related(
            "order__client", "order__office", "order__manager", "drafted_by", "consented_by"
        ).select_related("confirmed_by")


class PositionChangeQuerySet(QuerySet):
    def unseen(self):
        """What the workshop has not confirmed to have read."""
        return self.filter(seen_at=None)
