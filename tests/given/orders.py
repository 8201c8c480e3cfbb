"""Orders in every state, with what happens to them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from company.approvals import actions as approvals
from core import clock
from orders import actions
from orders.amendments.amended import AmendedLine, amended_from
from orders.work_orders.pricing import LineContent, OrderContent, Prepayment
from production import actions as shop
from production.models import DefectCause
from tests.given.client_base import client
from tests.given.firm import employee
from tests.given.prices import mirror, price_list


def content(*specs, of=None, **fields) -> OrderContent:
    """What a client wants: a mirror with a facet where nothing is said."""
    price_list()
    lines = tuple(LineContent(spec) for spec in specs or [mirror()])
    return OrderContent(client=of or client(), lines=lines, **fields)


def calculation(*specs, by=None, of=None, **fields):
    return actions.calculate(content(*specs, of=of, **fields), by=by or employee(), token=uuid4())


def approval(of=None, *, by=None, percent=15, reason="Постоянный клиент"):
    """A discount asked for."""
    by = by or employee()
    asked = {"percent": str(percent), "limit": str(by.role.discount_limit)}
    return approvals.ask(
        "discount",
        of or calculation(by=by),
        by=by,
        reason=reason,
        asked=asked,
        measure=Decimal(percent),
    )


def order(*specs, by=None, of=None, paid=0, method="cash", **fields):
    """An accepted order."""
    prepayment = Prepayment(Decimal(paid), method) if paid else None
    typed = content(*specs, of=of, **fields)
    return actions.take(typed, by=by or employee(), token=uuid4(), prepayment=prepayment)


def checked_order(*specs, **fields):
    """An order whose pieces have gone through the shop and the final check."""
    accepted = order(*specs, **fields)
    worker, foreman = employee("worker"), employee("foreman")
    for position in accepted.positions.filter(goes_to_shop=True):
        actions.start(position, by=worker)
        actions.finish(position, by=worker)
        actions.check(position, by=foreman)
    accepted.refresh_from_db()
    return accepted


def half_ready_order(**fields):
    """Of two mirrors the smaller one is in the office, the larger one still in the shop's queue."""
    accepted = order(mirror(600), mirror(700), **fields)
    first, worker, foreman = accepted.positions.first(), employee("worker"), employee("foreman")
    actions.start(first, by=worker)
    actions.finish(first, by=worker)
    actions.check(first, by=foreman)
    return actions.arrive(accepted, by=foreman, positions=[first.pk])


def ready_order(*specs, **fields):
    """An order whose pieces are in the office."""
    return actions.arrive(checked_order(*specs, **fields), by=employee("foreman"))


def handed_over_order(*specs, by=None, **fields):
    by = by or employee()
    ready = ready_order(*specs, by=by, **fields)
    return actions.hand_over(ready, by=by, amount=ready.debt)


def defect_cause(name="Раскрой") -> DefectCause:
    return DefectCause.objects.get_or_create(name=name)[0]


def cash_shift(*, by=None, counted=0, ground=""):
    """An open drawer in the office of `by`."""
    by = by or employee()
    return actions.open_cash_shift(by.office, by=by, counted=Decimal(counted), ground=ground)


def amended(order, *, without=(), also=(), **changed):
    """What the order is to become: `changed` names facts of its first position, «width_mm=700»;
    `without` are positions that go, `also` are new specs."""
    agreed = amended_from(order)
    kept = [line for line in agreed.lines if line.position not in {each.pk for each in without}]
    if changed:
        first = kept[0]
        spec = replace(first.content.spec, **changed)
        kept[0] = replace(first, content=replace(first.content, spec=spec))
    new = [AmendedLine(LineContent(spec)) for spec in also]
    return replace(agreed, lines=(*kept, *new))


def amendment(of=None, *, by=None, reason="Клиент перемерил нишу", **changes):
    """Drafted: the first position becomes higher where nothing is said."""
    of = of or order()
    of.refresh_from_db()
    wanted = amended(of, **(changes or {"height_mm": 900}))
    return actions.amend(of, wanted, by=by or employee(), version=of.version, reason=reason)


def question(position, text="Фацет по всем сторонам?", *, by=None):
    return shop.ask(position, by=by or employee("worker"), text=text)


def remark(of, *, by, responsible, text="Уточнить размер", kind="current", days=2):
    """A remark of the control that somebody is to put right."""
    due_on = clock.today() + timedelta(days=days)
    work = {"responsible": responsible, "due_on": due_on}
    return actions.remark_becomes_work(of, by=by, kind=kind, text=text, **work)
