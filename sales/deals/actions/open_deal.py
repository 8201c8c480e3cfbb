from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.money import ZERO
from sales.deals.actions.entering import enter, standing_in
from sales.deals.lifecycle import ADD, DealStatus
from sales.models import Deal, SaleProcess


@dataclass(frozen=True)
class DealContent:
    title: str
    wish: str = ""
    expected_sum: Decimal = ZERO
    expected_on: date | None = None
    ad_source: Any = None
    product_groups: tuple = ()


@transaction.atomic
def open_deal(client, content: DealContent, *, process: SaleProcess, by, responsible=None) -> Deal:
    """In the first stage of the newest version of the process."""
    if not by.has_perm(ADD):
        raise PermissionDenied
    version = process.newest
    stage = version.stages.order_by("ordinal").first() if version else None
    if stage is None:
        raise Refused(_("This process has no stages yet: the director adds them."))
    responsible, now = responsible or by, clock.now()
    deal = Deal.objects.create(
        client=client,
        title=content.title,
        wish=content.wish,
        process=process,
        process_version=version,
        status=DealStatus.OPEN,
        responsible=responsible,
        office=responsible.office,
        ad_source=content.ad_source or client.ad_source,
        expected_sum=content.expected_sum,
        expected_on=content.expected_on,
        is_of_new_client=not client.orders.bought().exists(),
        created_at=now,
        created_by=by,
        **standing_in(stage),
    )
    deal.product_groups.set(content.product_groups)
    enter(deal, stage, by=by)
    return deal
