"""A calculation: priced, kept and printed for a client who thinks it over."""

from django.db import transaction

from core import documents
from orders.models import WorkOrder
from orders.work_orders.actions.keep import keep_changed, keep_new
from orders.work_orders.pricing import OrderContent


@transaction.atomic
def calculate(content: OrderContent, *, by, token=None) -> WorkOrder:
    """Keep a new calculation; the form's `token` makes a second press find the first's order."""
    return _with_paper(*keep_new(content, by=by, token=token), by=by)


@transaction.atomic
def edit(order, content: OrderContent, *, by, version: int) -> WorkOrder:
    """Change a calculation; refused with what changed if somebody saved it meanwhile."""
    return _with_paper(*keep_changed(order, content, by=by, version=version), by=by)


def _with_paper(order, is_written, *, by):
    if is_written:
        documents.issue("calculation", order, by=by)
    return order
