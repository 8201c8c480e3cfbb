"""What of an order is kept when its client's personal data is erased: papers, sums and what was
made are primary documents; what people wrote beside them is not."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import registry
from core.registry import PersonalData
from orders.models import (
    Amendment,
    AmendmentStepRecord,
    BankLine,
    BankLineStep,
    ControlMark,
    DebtStep,
    HandOver,
    Invoice,
    InvoiceLine,
    InvoiceShare,
    InvoiceStepRecord,
    OrderStep,
    Payment,
    Position,
    PositionChange,
    PositionOperation,
    PositionStepRecord,
    Reconciliation,
    Settlement,
    SketchSending,
    SketchStepRecord,
    StorageWarning,
    WorkOrder,
)

GROUND = gettext_lazy("primary documents: 5 years (402-FZ art. 29, Tax Code art. 23)")


def _kept(model, wiped=(), kept=()):
    return PersonalData(model, wiped, kept, GROUND)


ENTRIES = (
    _kept(
        WorkOrder,
        ("comment", "address", "cancel_ground", "hold_reason", "hand_over_note"),
        ("promised_reason", "typed_prepayment", "old_number"),
    ),
    _kept(OrderStep, ("note",)),
    _kept(Position, ("note",), ("title", "spec", "explanation", "overridden")),
    _kept(PositionStepRecord, ("note",)),
    _kept(PositionOperation),
    _kept(PositionChange, kept=("before", "after")),
    _kept(HandOver, ("note",)),
    _kept(Payment, kept=("ground", "receipt_number", "receipt_fn", "receipt_fp")),
    _kept(Invoice, ("cancel_ground", "dispute")),
    _kept(DebtStep, ("note",)),
    _kept(InvoiceStepRecord, ("note",)),
    _kept(InvoiceLine, kept=("title",)),
    _kept(InvoiceShare),
    _kept(Settlement),
    _kept(Reconciliation),
    _kept(StorageWarning),
    _kept(
        BankLine,
        ("ground",),
        (
            "kind",
            "number",
            "account",
            "purpose",
            *(
                f"{side}_{said}"
                for side in ("payer", "payee")
                for said in ("name", "inn", "account")
            ),
        ),
    ),
    _kept(BankLineStep, ("note",)),
    _kept(
        Amendment,
        ("reason",),
        ("content", "changes", "terms", "new_promised_reason", "asked", "decisions"),
    ),
    _kept(AmendmentStepRecord, ("note",)),
    PersonalData(ControlMark, ("remark", "settled_note")),
    PersonalData(SketchSending, ("words", "void_reason"), ("contents",)),
    PersonalData(SketchStepRecord, ("note",)),
)


def bars(client) -> list[str]:
    """The firm and the client still owe each other something: that needs their names."""
    orders = WorkOrder.objects.filter(client=client)
    unfinished, owing = orders.open().count(), orders.in_debt().count()
    sentences = []
    if unfinished:
        sentences.append(
            ngettext(
                "%(count)s order is not handed over yet.",
                "%(count)s orders are not handed over yet.",
                unfinished,
            )
            % {"count": unfinished}
        )
    if owing:
        sentences.append(_("There is a debt on orders: settle it first."))
    return sentences


def contribute():
    registry.add_personal_data(*ENTRIES)
    registry.bars_erasure.append(bars)
