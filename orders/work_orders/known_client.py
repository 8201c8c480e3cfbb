from decimal import Decimal
from typing import NamedTuple

from django.db.models import Count, Q, Sum

from catalog.models import PriceLevel
from catalog.tariffs import RETAIL
from orders.models import WorkOrder
from orders.work_orders.lifecycle import TAKES_MONEY, Status


class KnownClient(NamedTuple):
    """What the desk should know while this client stands at the counter."""

    orders: int
    ready: int
    debt: Decimal
    level: str


def known_client(client, by) -> KnownClient:
    owing = Q(status__in=TAKES_MONEY - {Status.CANCELLED}, debt__gt=0)
    figures = (
        WorkOrder.objects.visible_to(by)
        .filter(client=client)
        .aggregate(
            orders=Count("pk"),
            ready=Count("pk", filter=Q(status=Status.READY)),
            debt=Sum("debt", filter=owing, default=Decimal(0)),
        )
    )
    special = client.price_level != RETAIL
    level = PriceLevel.objects.filter(code=client.price_level).first() if special else None
    return KnownClient(**figures, level=level.name if level else "")
