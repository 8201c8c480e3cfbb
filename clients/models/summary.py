from datetime import UTC, datetime

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from clients import completeness

NEVER = datetime(1900, 1, 1, tzinfo=UTC)


class SummaryQuerySet(models.QuerySet):
    def seen_by(self, user):
        client = self.model._meta.get_field("client").related_model
        return self.filter(client__in=client.objects.visible_to(user))

    def with_gaps(self, user, *, field="", responsible=None):
        """Cards in which something is missing that `user` may see: anything, or this attribute."""
        found = self.seen_by(user).filter(completeness__lt=100)
        if field:
            found = found.filter(missing__contains=[field])
        return found.filter(client__responsible=responsible) if responsible else found

    def shown(self):
        """With the client, as a row in which something is filled in shows it."""
        found = self.select_related("client", "client__responsible", "client__requisites")
        return found.defer("client__name_grams").prefetch_related("client__phones")


class ClientSummary(models.Model):
    """The figures of one client, which lists sort by and segments ask for. The row is made by the
    database together with the client; triggers of orders write it in the transaction of each verb
    that changes a sum, and a nightly job holds it against the orders."""

    client = models.OneToOneField(
        "clients.Client", models.CASCADE, related_name="summary", primary_key=True
    )
    orders_count = models.PositiveIntegerField(_("Orders"), default=0, db_default=0)
    ordered_sum = models.DecimalField(
        _("Ordered"), max_digits=14, decimal_places=2, default=0, db_default=0
    )
    paid_sum = models.DecimalField(
        _("Paid"), max_digits=14, decimal_places=2, default=0, db_default=0
    )
    debt_sum = models.DecimalField(
        _("Debt"), max_digits=14, decimal_places=2, default=0, db_default=0
    )
    first_order_at = models.DateTimeField(_("First order"), null=True)
    last_order_at = models.DateTimeField(_("Last order"), null=True)
    last_order_sort = models.GeneratedField(
        expression=Coalesce(F("last_order_at"), Value(NEVER)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )
    # By the entry regulation: see clients.completeness.
    completeness = models.PositiveSmallIntegerField(
        _("Completeness, %"), default=100, db_default=100
    )
    missing = ArrayField(models.CharField(max_length=60), default=list, db_default=[])

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("Figures of a client")
        triggers = [completeness.OF_SUMMARY]
        indexes = [
            models.Index(
                fields=["completeness", "client"],
                condition=models.Q(completeness__lt=100),
                name="summary_completeness",
            ),
            GinIndex(fields=["missing"], name="summary_missing"),
            models.Index(fields=["ordered_sum", "client"], name="summary_ordered"),
            models.Index(fields=["orders_count", "client"], name="summary_orders"),
            models.Index(fields=["last_order_at", "client"], name="summary_last_order"),
            models.Index(
                fields=["debt_sum", "client"],
                condition=models.Q(debt_sum__gt=0),
                name="summary_debt",
            ),
            # The lists sort by these, those who have never ordered at the end.
            models.Index(fields=["debt_sum", "client"], name="summary_by_debt"),
            models.Index(fields=["last_order_sort", "client"], name="summary_by_last_order"),
        ]

    def __str__(self):
        return str(self.client_id)
