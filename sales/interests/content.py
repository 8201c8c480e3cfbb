"""What is known of an interest when it comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sales.models import Interest


@dataclass(frozen=True)
class InterestContent:
    wish: str
    came_by: str = Interest.CameBy.CALL
    product_groups: Sequence = ()
    ad_source: Any = None
    expected_sum: Decimal | None = None
    wanted_on: date | None = None
    agreed: str = ""
    interaction: Any = None  # the talk or letter that it came by


@dataclass(frozen=True)
class NewClient:
    name: str
    phone: str
