"""From what a month's orders are expected, and how likely each is. A client counts once: what is
spoken of with them stands before the rhythm of their orders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import DurationField, ExpressionWrapper, F, Q
from django.urls import reverse
from django.utils.timezone import localdate

from clients.models import ClientSummary, RelationRules
from core import clock
from core.money import kopecks
from orders.models import Invoice, WorkOrder
from sales.models import Deal, Proposal
from sales.plan.compared import last_day
from sales.plan.models.forecast import Ground

CALCULATION_PROBABILITY = 30
# Calculations are thought over for about a week and forgotten after two months.
THOUGHT_OVER, FORGOTTEN = timedelta(days=7), timedelta(days=60)
OFFERED_PROBABILITY, AGREED_PROBABILITY = 40, 90
IN_RHYTHM, LATE_IN_RHYTHM = 50, 20
CERTAIN = 100
PAGES = {
    Ground.DEAL: "sales:deal",
    Ground.PROPOSAL: "sales:proposal",
    Ground.CALCULATION: "orders:card",
    Ground.INVOICE: "orders:invoice",
}


@dataclass(frozen=True)
class Expected:
    manager: int
    ground: str
    row: int  # of the ground's own table
    client: int
    name: str  # of the client
    title: str
    amount: Decimal
    probability: int
    on: date
    is_new: bool

    @property
    def likely(self) -> Decimal:
        return kopecks(self.amount * self.probability / 100)

    @property
    def label(self):
        return Ground(self.ground).label

    @property
    def url(self):
        page = PAGES.get(self.ground)
        return reverse(page, args=[self.row]) if page else ""

    @property
    def is_money(self):
        """Its order is accepted already: money is awaited, nothing new is sold."""
        return self.ground == Ground.INVOICE


def expected(month: date, managers: Iterable[int]) -> list[Expected]:
    """Of these managers, in a fixed number of queries, the soonest first."""
    managers, found = list(managers), []
    for of_ground in (_deals, _proposals, _calculations, _repeats, _invoices):
        known = {each.client for each in found}
        found += [
            each
            for each in of_ground(month, managers)
            if each.ground != Ground.REPEAT or each.client not in known
        ]
    return sorted(found, key=lambda each: (each.on, each.ground, each.row))


def _within(day: date | None, month: date) -> date | None:
    """What is overdue is expected in the month that runs; None: in another month."""
    today = clock.today()
    if day is None:
        return None
    day = max(day, today) if month <= today else day
    return day if month <= day <= last_day(month) else None


def _deals(month, managers):
    rows = Deal.objects.open().filter(
        responsible__in=managers, expected_on__lte=last_day(month), expected_sum__gt=0
    )
    for deal in rows.select_related("client").order_by("expected_on", "pk"):
        if day := _within(deal.expected_on, month):
            yield Expected(
                deal.responsible_id,
                Ground.DEAL,
                deal.pk,
                deal.client_id,
                deal.client.name,
                deal.title,
                deal.expected_sum,
                deal.probability,
                day,
                deal.is_of_new_client,
            )


def _proposals(month, managers):
    """Those of no deal, since a deal is expected as a whole: until their term ends, and what is
    agreed upon within days of the answer."""
    rows = Proposal.objects.awaited().filter(responsible__in=managers, deal=None, total__gt=0)
    for offer in rows.select_related("client__summary").order_by("valid_until", "pk"):
        agreed_on = localdate(offer.answered_at) + THOUGHT_OVER if offer.is_accepted else None
        if day := _within(agreed_on or offer.valid_until, month):
            yield Expected(
                offer.responsible_id,
                Ground.PROPOSAL,
                offer.pk,
                offer.client_id,
                offer.client.name,
                offer.title,
                offer.total,
                AGREED_PROBABILITY if agreed_on else OFFERED_PROBABILITY,
                day,
                not offer.client.summary.orders_count,
            )


def _calculations(month, managers):
    since = clock.midnight(clock.today()) - FORGOTTEN
    rows = WorkOrder.objects.calculations().filter(manager__in=managers, created_at__gte=since)
    shown = rows.select_related("client__summary").only(
        *("year", "seq", "old_number", "created_at", "total", "manager", "client__name"),
        "client__summary__orders_count",
    )
    for order in shown:
        if day := _within(localdate(order.created_at) + THOUGHT_OVER, month):
            yield Expected(
                order.manager_id,
                Ground.CALCULATION,
                order.pk,
                order.client_id,
                order.client.name,
                order.number,
                order.total,
                CALCULATION_PROBABILITY,
                day,
                not order.client.summary.orders_count,
            )


def _repeats(month, managers):
    """A regular client comes again after the average time between the orders; somebody who is late
    by less than that may come still."""
    pause = ExpressionWrapper(
        (F("last_order_at") - F("first_order_at")) / (F("orders_count") - 1),
        output_field=DurationField(),
    )
    rows = ClientSummary.objects.filter(
        client__responsible__in=managers,
        client__is_client=True,
        orders_count__gte=RelationRules.regular_from(),
        last_order_at__gt=F("first_order_at"),
    ).annotate(pause=pause)
    begins, ends = clock.midnight(month), clock.midnight(last_day(month) + timedelta(days=1))
    in_month = Q(next__gte=begins, next__lt=ends)
    rows = rows.annotate(next=F("last_order_at") + F("pause"), latest=F("next") + F("pause"))
    rows = rows.filter(in_month | Q(next__lt=begins, latest__gte=begins))
    for row in rows.values(
        "client", "client__name", "client__responsible", "orders_count", "ordered_sum", "next"
    ):
        nearest = localdate(row["next"])
        is_late = nearest < max(month, min(clock.today(), last_day(month)))
        yield Expected(
            row["client__responsible"],
            Ground.REPEAT,
            row["client"],
            row["client"],
            row["client__name"],
            "",
            kopecks(row["ordered_sum"] / row["orders_count"]),
            LATE_IN_RHYTHM if is_late else IN_RHYTHM,
            max(nearest, month),
            False,
        )


def _invoices(month, managers):
    rows = Invoice.objects.open().filter(
        manager__in=managers, expected_on__lte=last_day(month), dispute=""
    )
    for invoice in rows.select_related("client").order_by("expected_on", "pk"):
        if day := _within(invoice.expected_on, month):
            yield Expected(
                invoice.manager_id,
                Ground.INVOICE,
                invoice.pk,
                invoice.client_id,
                invoice.client.name,
                invoice.number,
                invoice.open_amount,
                CERTAIN,
                day,
                False,
            )
