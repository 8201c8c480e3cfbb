from datetime import timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from core import clock
from core.money import ZERO
from orders.money.lifecycle import ReceiptState, ShiftStatus
from orders.work_orders.querysets import scoped

DAY = timedelta(days=1)
WITHOUT_RECEIPT = Q(receipt_state=ReceiptState.DUE)


class PaymentQuerySet(QuerySet):
    def visible_to(self, user):
        """The whole firm's money, the cash of the own office, or what one took oneself.

        The office is the one where the money lies: a director of another one may have taken it.
        """
        return scoped(self, user, "orders.view_payment", own="by")

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

    def without_receipt(self):
        """For which the cash register's receipt is still to be given."""
        return self.filter(WITHOUT_RECEIPT)

    def on_invoice(self, invoice):
        """What has stood on it, each with how much of it: `put_here`."""
        here = Q(settlements__share__invoice=invoice)
        rows = self.filter(here).annotate(put_here=Sum("settlements__amount", filter=here))
        return rows.select_related("order", "by").order_by("at", "pk")

    def in_drawer_order(self):
        return self.select_related("order__client", "by").order_by("at", "pk")


class CashShiftQuerySet(QuerySet):
    def visible_to(self, user):
        """The drawers of the whole firm, of the own office, or those one opened oneself."""
        return scoped(self, user, "orders.view_cashshift", own="opened_by")

    def open(self):
        return self.filter(status=ShiftStatus.OPEN)

    def closed(self):
        return self.filter(status=ShiftStatus.CLOSED)

    def open_in(self, office):
        """At most one: the drawer that cash of this office goes into now."""
        return self.open().filter(office=office)

    def left_in(self, office):
        """What its last shift counted at the end; None before the first."""
        last = self.closed().filter(office=office).order_by("-opened_at").first()
        return last.counted_amount if last else None

    def opened_between(self, *, since=None, until=None, office=None):
        rows = self.filter(office=office) if office else self
        return rows.filter(**clock.during("opened_at", since, until))

    def with_difference(self):
        return self.closed().exclude(difference=0)

    def with_figures(self):
        """What went through the drawer; under a lock, asked by a query after it."""
        payment = self.model._meta.get_field("payments").related_model
        withdrawal = self.model._meta.get_field("withdrawals").related_model
        kinds = payment.Kind
        return self.annotate(
            received=_of_shift(payment, Q(kind=kinds.PAYMENT)),
            given_back=_of_shift(payment, Q(kind=kinds.REFUND)),
            corrected=_of_shift(payment, Q(kind=kinds.CORRECTION)),
            withdrawn=_of_shift(withdrawal, Q()),
        )


def _of_shift(model, which):
    rows = model.objects.filter(which, shift=OuterRef("pk")).order_by().values("shift")
    return Coalesce(Subquery(rows.annotate(sum=Sum("amount")).values("sum")), ZERO)
