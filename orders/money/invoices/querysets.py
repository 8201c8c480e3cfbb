from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from core import clock
from orders.money.invoices.lifecycle import OPEN_INVOICE, STANDING_INVOICE, InvoiceStatus
from orders.work_orders.querysets import scoped

NOTHING = Decimal(0)
SEE = "orders.view_invoice"


class InvoiceQuerySet(QuerySet):
    def visible_to(self, user):
        """The whole firm's, the office's or one's own invoices, as the role says."""
        return scoped(self, user, SEE)

    def open(self):
        """Money is awaited for them."""
        return self.filter(status__in=OPEN_INVOICE)

    def standing(self):
        return self.filter(status__in=STANDING_INVOICE)

    def paid(self):
        return self.filter(status=InvoiceStatus.PAID)

    def cancelled(self):
        return self.filter(status=InvoiceStatus.CANCELLED)

    def overdue(self, today=None):
        """Open, and the day they were due on has passed."""
        return self.open().filter(due_on__lt=today or clock.today())

    def undisputed(self):
        return self.filter(dispute="")

    def disputed(self):
        return self.open().exclude(dispute="")

    def promised(self):
        """The client has named a day that has not passed."""
        ahead = {"expected_said_at__isnull": False, "expected_on__gte": clock.today()}
        return self.open().filter(**ahead)

    def with_director(self):
        """They have come so far that the director was told."""
        steps = self.model._meta.get_field("debt_steps").related_model.objects
        told = steps.filter(invoice=OuterRef("pk"), measure="director", due_on=OuterRef("due_on"))
        return self.filter(Exists(told))

    def aged(self, age):
        """By the days since they were to be paid."""
        return self.filter(age.due("due_on"))

    def due_for_a_call(self, until, today=None):
        """Money is awaited by `until`, or the day that the client has named has passed."""
        named = Q(expected_said_at__isnull=False, expected_on__lt=today or clock.today())
        soon = Q(expected_said_at=None, expected_on__lte=until)
        return self.open().undisputed().filter(soon | named, expected_on__lte=until)

    def not_given(self):
        """Written, and the client has not got them."""
        return self.filter(status=InvoiceStatus.PREPARED)

    def of_order(self, order):
        return self.filter(shares__order=order)

    def of_orders(self, orders):
        share = self.model._meta.get_field("shares").related_model
        return self.filter(pk__in=share.objects.filter(order__in=orders).values("invoice"))

    def issued_between(self, since, until):
        rows = self
        if since:
            rows = rows.filter(issued_on__gte=since)
        if until:
            rows = rows.filter(issued_on__lte=until)
        return rows

    def outgrown(self):
        """Open, though less is owed for one of their orders now than the invoices ask."""
        share = self.model._meta.get_field("shares").related_model
        asked = share.objects.standing().filter(order=OuterRef("order")).order_by().values("order")
        theirs = share.objects.filter(invoice=OuterRef("pk")).annotate(
            asked=asked.annotate(sum=Sum(F("amount") - F("paid"))).values("sum")
        )
        too_much = Q(order__debt__lt=F("asked")) & Q(amount__gt=F("paid"))
        return self.open().filter(Exists(theirs.filter(too_much)))

    def with_people(self):
        return self.select_related("client", "manager", "office")


class ShareQuerySet(QuerySet):
    def standing(self):
        """Of invoices that are not cancelled."""
        return self.filter(invoice__status__in=STANDING_INVOICE)

    def owed(self):
        """Of invoices for which money is awaited, and not all of this share is there."""
        return self.filter(invoice__status__in=OPEN_INVOICE, paid__lt=F("amount"))

    def asked(self):
        """How much they still ask for together."""
        found = self.standing().aggregate(sum=Coalesce(Sum(F("amount") - F("paid")), NOTHING))
        return found["sum"]

    def settled(self):
        """How much of the money of an order stands on them."""
        return self.standing().aggregate(sum=Coalesce(Sum("paid"), NOTHING))["sum"]
