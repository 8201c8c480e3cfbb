"""Money that went: back to a client, or for an expense."""

from django.utils.translation import gettext as _

from core.money import ZERO
from orders.models import BankLine, WorkOrder
from orders.money.statements.matching.candidates import Candidate, Match, Part
from orders.money.statements.matching.known import REFUND

SHOWN = 6


def match_outgoing(line, known, *, offers) -> Match:
    """A refund where the purpose says so, or where exactly this much of the payee's is too much;
    else an expense, of the kind that was bought of them last."""
    clients = known.clients_of(line)
    found = Match(client_id=next(iter(clients)) if len(clients) == 1 else None)
    says_so = REFUND.search(line.purpose) is not None
    candidates = list(_given_back(line, known, clients)) if clients or says_so else []
    exact = [each for each in candidates if each.parts[0].amount == line.amount]
    found.is_refund = says_so or any(_is_too_much(each, line) for each in exact)
    if found.is_refund and offers:
        found.offer(exact, SHOWN)
    return found


def _given_back(line, known, clients):
    named = [
        paper
        for each in known.named[line.pk]
        for paper in known.papers_named(line, each)
        if isinstance(paper, WorkOrder) and paper.paid >= line.amount
    ]
    for order in named:
        yield Candidate((Part(order, line.amount),), (_("named in the purpose"),))
    for client in sorted(clients):
        for advance in known.advances.get(client, ()):
            if advance.rest >= line.amount:
                yield Candidate((Part(advance, line.amount),), (_("an advance of this client"),))
        for order in known.paid.get(client, ()):
            if order.paid >= line.amount:
                reason = _("overpaid") if order.debt < ZERO else _("paid by this client")
                yield Candidate((Part(order, line.amount),), (reason,))


def _is_too_much(candidate, line):
    target = candidate.parts[0].target
    if isinstance(target, WorkOrder):
        return -target.debt == line.amount
    return target.rest == line.amount


def kinds_bought_before(lines) -> dict[str, int]:
    """{INN: kind of the last expense paid to it}."""
    inns = {line.payee_inn for line in lines if line.is_outgoing} - {""}
    rows = BankLine.objects.paid_to(inns).filter(expense_kind__isnull=False)
    latest = rows.order_by("payee_inn", "-pk").distinct("payee_inn")
    return dict(latest.values_list("payee_inn", "expense_kind"))
