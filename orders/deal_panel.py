"""What whoever decides about a deal should see of it: its margin, and what the client is worth."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import wording
from catalog.actions import DEFERRAL
from catalog.allowed_words import SEE_COSTS, margin_sentence
from catalog.costing import Deal
from clients.models import AverageRelation, Client, ClientSummary
from clients.relation_length import expected_value
from core import cells, clock, registry
from core.money import ZERO, included_vat
from orders.amendments.amended import Amended
from orders.amendments.decisions import CODES
from orders.amendments.difference import difference
from orders.models import Amendment, WorkOrder
from orders.work_orders.wanted import DISCOUNT, HAND_PRICE

YEAR_DAYS, MONTH_DAYS = Decimal("365.25"), Decimal("30.44")
OF_DEAL = {DISCOUNT, HAND_PRICE, CODES[DISCOUNT], CODES[HAND_PRICE]}
OF_VALUE = {*OF_DEAL, DEFERRAL}


def of_approval(approval, user) -> dict | None:
    if approval.kind not in OF_VALUE:
        return None
    subject = approval.kind_entry.model._base_manager.get(pk=approval.subject_id)
    sees_costs = approval.kind in OF_DEAL and user.has_perm(SEE_COSTS)
    shown = {
        "margin": margin_sentence(deal_of_subject(subject)) if sees_costs else "",
        "value": list(value_of(client_of(subject), user)),
    }
    return shown if any(shown.values()) else None


def client_of(subject) -> Client:
    if isinstance(subject, Client):
        return subject
    return subject.order.client if isinstance(subject, Amendment) else subject.client


def deal_of_subject(subject) -> Deal:
    if isinstance(subject, WorkOrder):
        return deal_kept(subject)
    return difference(subject.order, Amended.from_json(subject.content)).deal


def deal_kept(order) -> Deal:
    """By the cost that was kept with the order when it was priced."""
    by_hand = order.positions.filter(hand_price__isnull=False).values_list("total", "vat_sum")
    fixed = sum((total - vat for total, vat in by_hand), ZERO)
    net = order.total - included_vat(order.total, order.vat_percent or 0)
    left = 1 - order.discount_percent / 100
    before = fixed + (net - fixed) / left if left else fixed
    unknown = (_("something of it"),) if order.cost is None else ()
    return Deal(before, fixed, net, order.cost or ZERO, unknown)


def value_of(client, user):
    """(label, words, on what it rests) of what the client has brought and is expected to."""
    if not (user.has_perm("orders.see_prices") and user.sees_field("ordered_sum")):
        return
    summary = ClientSummary.objects.get(client=client)
    yield gettext_lazy("Ordered so far"), cells.rubles(summary.ordered_sum), _orders(summary)
    average = AverageRelation.objects.first()
    if average and summary.orders_count:
        expected = expected_value(summary, average, clock.today())
        label = gettext_lazy("Expected over the average relation")
        yield label, cells.rubles(expected), basis(average)


def _orders(summary) -> str:
    if summary.first_order_at is None:
        return _("no orders yet")
    words = {"count": summary.orders_count, "since": cells.day(summary.first_order_at)}
    return _("orders: %(count)s, the first on %(since)s") % words


def basis(average) -> str:
    words = {
        "length": _length(average.days),
        "clients": cells.grouped(average.clients_count),
        "day": cells.day(average.counted_on),
    }
    return (
        _(
            "at the pace so far, over %(length)s: that long regular clients stay on the"
            " average, from the first order to the last (clients counted: %(clients)s, %(day)s)"
        )
        % words
    )


def _length(days) -> str:
    """«2,4 years», or months where it is less than a year."""
    by_years = days >= YEAR_DAYS
    count = (days / (YEAR_DAYS if by_years else MONTH_DAYS)).quantize(Decimal("0.1"))
    said = {"count": wording.number(count)}
    return (_("%(count)s yr") if by_years else _("%(count)s mo")) % said


def contribute():
    registry.add_panel(
        registry.Panel("company.approval", "deal", "orders/_deal.html", of_approval, order=10)
    )
