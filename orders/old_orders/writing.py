"""Orders of the time before into the archive."""

from datetime import datetime, time
from decimal import Decimal

from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from catalog.spec import LineSpec
from core import changesets
from orders.models import Position, WorkOrder
from orders.work_orders.lifecycle import PositionStatus, Status

LONGEST_TITLE, LONGEST_NOTE = 400, 500
NOON = time(12)


def add(old, changeset, *, by):
    """Many at once; undone, each goes with its position."""
    last = WorkOrder.objects.before().order_by("-seq").values_list("seq", flat=True).first() or 0
    orders = [_order(each, last + place, by) for place, each in enumerate(old, start=1)]
    made = WorkOrder.objects.bulk_create(orders)
    Position.objects.bulk_create(
        _position(order, each) for order, each in zip(made, old, strict=True)
    )
    WorkOrder.objects.mark_first({each.client.pk for each in old})
    changesets.created(changeset, WorkOrder.objects.filter(pk__in=[each.pk for each in made]))


def _order(old, seq, by):
    then = make_aware(datetime.combine(old.day, NOON))
    is_cancelled = old.ending == Status.CANCELLED
    ends = {"cancelled_at": then} if is_cancelled else {"handed_over_at": then, "archived_at": then}
    return WorkOrder(
        old_number=old.number,
        seq=seq,
        office=by.office,
        manager_id=old.manager or by.pk,
        client=old.client,
        ad_source_id=old.client.ad_source_id,
        status=old.ending,
        priced_on=old.day,
        promised_on=old.day,
        total=old.total,
        paid=Decimal(0) if is_cancelled else old.total,
        cancel_ground=_("Cancelled in the time before") if is_cancelled else "",
        created_at=then,
        accepted_at=then,
        **ends,
    )


def _position(order, old):
    text = " ".join(old.text.split()) or _("Order %(number)s") % {"number": old.number}
    spec = LineSpec("service", "")
    return Position(
        order=order,
        ordinal=1,
        kind=spec.kind,
        title=text[:LONGEST_TITLE],
        note=text[LONGEST_TITLE : LONGEST_TITLE + LONGEST_NOTE],
        spec=spec.to_json(),
        unit_price=old.total,
        total=old.total,
        status=PositionStatus.HANDED_OVER,
        goes_to_shop=False,
    )
