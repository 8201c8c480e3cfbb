"""What of an order is asked of those who may decide, in words and in deeds."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog import wording
from company.approvals import actions as approvals
from company.models import Approval
from core import cells, documents, registry
from orders.amendments.actions.offer import offer_when_approved
from orders.amendments.decisions import CODES
from orders.models import Amendment, WorkOrder
from orders.work_orders.wanted import DEBT, DISCOUNT, EARLY_DATE, HAND_PRICE


def discount_sentence(approval) -> str:
    words = {name: wording.number(Decimal(value)) for name, value in approval.asked.items()}
    if "allowed" in words:
        return (
            _(
                "Discount %(percent)s %%, the policy gives %(allowed)s %%, the manager's limit is"
                " %(limit)s %%."
            )
            % words
        )
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


def about_amendment(amendment):
    order = amendment.order
    yield _("Client"), order.client.name
    yield _("What is made"), order.summary
    words = {"was": cells.rubles(amendment.old_total), "now": cells.rubles(amendment.new_total)}
    yield _("Sum"), _("%(now)s instead of %(was)s") % words
    days = {
        "was": cells.day(amendment.old_promised_on),
        "now": cells.day(amendment.new_promised_on),
    }
    yield _("Promised date"), _("%(now)s instead of %(was)s") % days


def print_date(approval, *, by):
    """The client's paper says the date that is granted now; who decides alone prints it anyway."""
    order = WorkOrder.objects.get(pk=approval.subject_id)
    if order.is_calculation and not approval.is_decided_alone:
        documents.issue("calculation", order, by=by)


def allow_debt(approval, *, by):
    order = WorkOrder.objects.get(pk=approval.subject_id)
    order.debt_allowed_by = by
    order.save(update_fields=["debt_allowed_by"])


def settle_debts(orders, *, by):
    """What is paid meanwhile is no debt to be allowed."""
    paid = [order.pk for order in orders if order.total <= order.paid]
    asked = Approval.objects.waiting().about(WorkOrder).of_kind(DEBT)
    for approval in asked.filter(subject_id__in=paid) if paid else []:
        approvals.drop(approval, because=_("Paid meanwhile: nothing is owed any more."))


def withdraw(order, *, by):
    """What was asked of an order that has left or was cancelled needs no answer."""
    approvals.drop_all(order)


KINDS = (
    (
        DISCOUNT,
        (gettext_lazy("Discount"), gettext_lazy("Discount in a change")),
        "orders.approve_discount_workorder",
        discount_sentence,
        {"limit": lambda person: person.role.discount_limit},
    ),
    (
        EARLY_DATE,
        (gettext_lazy("Earlier date"), gettext_lazy("Earlier date in a change")),
        "orders.approve_early_date_workorder",
        early_date_sentence,
        {},
    ),
    (
        HAND_PRICE,
        (gettext_lazy("Price by hand"), gettext_lazy("Price by hand in a change")),
        "orders.approve_hand_price_workorder",
        hand_price_sentence,
        {},
    ),
)


def contribute():
    """The same three of an order that is taken and of an amendment; the debt of an order alone."""
    for code, (label, changed), right, sentence, limit in KINDS:
        said = {"about": about, "on_approve": print_date if code == EARLY_DATE else None, **limit}
        taken = registry.ApprovalKind(code, label, right, WorkOrder, sentence, **said)
        registry.add_approval_kind(taken)
        said = {"about": about_amendment, "on_approve": offer_when_approved, **limit}
        amended = registry.ApprovalKind(CODES[code], changed, right, Amendment, sentence, **said)
        registry.add_approval_kind(amended)
    debt = gettext_lazy("Hand-over with a debt")
    right, answered = "orders.allow_debt_workorder", {"about": about, "on_approve": allow_debt}
    registry.add_approval_kind(
        registry.ApprovalKind(DEBT, debt, right, WorkOrder, debt_sentence, **answered)
    )
    for happening in ("handed_over", "order_cancelled"):
        registry.react(happening, withdraw)
    registry.react_to_all("money_booked", settle_debts)
