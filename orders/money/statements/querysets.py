from django.db.models import Case, Count, F, Q, QuerySet, Sum, Value, When

from core.money import ZERO
from orders.money.statements.lifecycle import UNFINISHED, LineStatus, StatementStatus

SEE = "orders.view_bankstatement"
UNNAMED, NOT_SAID = "-", "null"  # a supplier, a kind of expense, as addresses name them


class BankStatementQuerySet(QuerySet):
    def visible_to(self, user):
        """An account is the whole firm's: who sees one statement sees all."""
        return self if user.has_perm(SEE) else self.none()

    def to_be_finished(self):
        return self.filter(status=StatementStatus.OPEN)

    def uploaded_between(self, moments):
        return self.filter(**moments)

    def with_people(self):
        return self.select_related("by", "job")


class BankLineQuerySet(QuerySet):
    def visible_to(self, user):
        return self if user.has_perm(SEE) else self.none()

    def unfinished(self):
        """A person is needed, or the worker has not come to it yet."""
        return self.filter(status__in=UNFINISHED)

    def unread(self):
        return self.filter(status=LineStatus.READ)

    def to_be_finished(self):
        return self.filter(status=LineStatus.OFFERED)

    def booked(self):
        return self.filter(status=LineStatus.BOOKED)

    def expenses(self):
        return self.filter(status=LineStatus.EXPENSE)

    def refunds(self):
        return self.filter(status=LineStatus.REFUND)

    def own_transfers(self):
        return self.filter(status=LineStatus.OWN_TRANSFER)

    def left_out(self):
        return self.filter(status=LineStatus.LEFT_OUT)

    def advances(self):
        """Clients' money that stands on nothing yet."""
        return self.filter(status=LineStatus.BOOKED, rest__gt=0)

    def with_supplier(self):
        """Who was paid, named by the INN, and where the bank says none, by the name."""
        return self.annotate(
            supplier=Case(
                When(payee_inn__gt="", then=F("payee_inn")),
                When(payee_name__gt="", then=F("payee_name")),
                default=Value(UNNAMED),
            )
        )

    def of_supplier(self, supplier):
        return self.with_supplier().filter(supplier=supplier)

    def between(self, since, until):
        rows = self.filter(day__gte=since) if since else self
        return rows.filter(day__lte=until) if until else rows

    def paid_from(self, accounts):
        """Lines by which it is known whose accounts these are."""
        return self.booked().filter(payer_account__in=accounts, client__isnull=False)

    def paid_to(self, inns):
        """Expenses by which it is known what is bought of them."""
        return self.expenses().filter(payee_inn__in=inns)

    def by_state(self) -> dict:
        """{state: (how many, sum)} of those there are."""
        rows = self.order_by().values("status").annotate(count=Count("pk"), sum=Sum("amount"))
        return {row["status"]: (row["count"], row["sum"]) for row in rows}

    def turnover(self) -> dict:
        found = self.aggregate(
            received=Sum("amount", filter=Q(direction="in")),
            spent=Sum("amount", filter=Q(direction="out")),
        )
        return {name: amount or ZERO for name, amount in found.items()}

    def with_parties(self):
        return self.select_related("client", "expense_kind", "finished_by", "statement")
