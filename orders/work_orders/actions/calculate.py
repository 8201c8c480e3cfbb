"""A calculation: priced, kept and printed for a client who thinks it over."""

from django.db import transaction

from core import documents
from orders.models import WorkOrder
from orders.work_orders.actions.keep import keep_changed, keep_new
from orders.work_orders.actions.sign import sign
from orders.work_orders.pricing import OrderContent


@transaction.atomic
def calculate(content: OrderContent, *, by, token=None, signature=None) -> WorkOrder:
    """Keep a new calculation; the form's `token` makes a second press find the first's order. The
    `signature` is of a client who has signed before somebody must decide."""
    return _with_paper(*keep_new(content, by=by, token=token), by=by, signature=signature)


@transaction.atomic
def edit(order, content: OrderContent, *, by, version: int, signature=None) -> WorkOrder:
    """Change a calculation; refused with what changed if somebody saved it meanwhile."""
    kept = keep_changed(order, content, by=by, version=version)
    return _with_paper(*kept, by=by, signature=signature)


def _with_paper(order, is_written, *, by, signature):
    if is_written:
        sign(order, signature)
        documents.issue("calculation", order, by=by)
    return order
