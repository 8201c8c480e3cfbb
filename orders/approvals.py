"""What of an order is asked of those who may decide, in words and in deeds."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import wording
from company.approvals import actions as approvals
from core import cells, registry
from orders.models import WorkOrder
from orders.work_orders.wanted import DEBT, DISCOUNT, EARLY_DATE, HAND_PRICE


def discount_sentence(approval) -> str:
    words = {name: wording.number(Decimal(value)) for name, value in approval.asked.items()}
    return _("Discount %(percent)s %%, the manager's limit is %(limit)s %%.") % words


def early_date_sentence(approval) -> str:
    words = {name: cells.day(date.fromisoformat(value)) for name, value in approval.asked.items()}
    return _("Ready by %(wished_on)s instead of %(promised_on)s.") % words


def hand_price_sentence(approval) -> str:
    return " ".join(_hand_priced(line) for line in approval.asked["lines"])


def _hand_priced(line):
    words = {
        "title": line["title"],
        "price": wording.money(Decimal(line["price"])),
        "calculated": wording.money(Decimal(line["calculated"])),
    }
    return _("%(title)s: %(price)s a piece instead of %(calculated)s.") % words


def debt_sentence(approval) -> str:
    words = {"sum": wording.money(Decimal(approval.asked["debt"]))}
    return _("Hand-over with a debt of %(sum)s.") % words


def about(order):
    yield _("Client"), order.client.name
    yield _("What is made"), order.summary
    yield _("Sum"), cells.rubles(order.total)
    if order.discount_percent:
        yield _("Discount, %"), wording.number(order.discount_percent)
    yield _("Promised date"), cells.day(order.promised_on)
    if order.debt > 0:
        yield _("Debt"), cells.rubles(order.debt)


def allow_debt(approval, *, by):
    order = WorkOrder.objects.get(pk=approval.subject_id)
    order.debt_allowed_by = by
    order.save(update_fields=["debt_allowed_by"])


def withdraw(order, *, by):
    """What was asked of an order that has left or was cancelled needs no answer."""
    approvals.drop_all(order)


KINDS = (
    (
        DISCOUNT,
        gettext_lazy("Discount"),
        "orders.approve_discount_workorder",
        discount_sentence,
        {"limit": lambda person: person.role.discount_limit},
    ),
    (
        EARLY_DATE,
        gettext_lazy("Earlier date"),
        "orders.approve_early_date_workorder",
        early_date_sentence,
        {},
    ),
    (
        HAND_PRICE,
        gettext_lazy("Price by hand"),
        "orders.approve_hand_price_workorder",
        hand_price_sentence,
        {},
    ),
    (
        DEBT,
        gettext_lazy("Hand-over with a debt"),
        "orders.allow_debt_workorder",
        debt_sentence,
        {"on_approve": allow_debt},
    ),
)


def contribute():
    for code, label, right, sentence, more in KINDS:
        kind = registry.ApprovalKind(code, label, right, WorkOrder, sentence, about=about, **more)
        registry.add_approval_kind(kind)
    for happening in ("handed_over", "order_cancelled"):
        registry.react(happening, withdraw)
