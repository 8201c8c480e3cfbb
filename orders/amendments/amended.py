"""What the order is to become, as kept with the amendment."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from catalog.spec import LineSpec
from core.models import Attachment
from orders.work_orders.pricing import LineContent


@dataclass(frozen=True)
class AmendedLine:
    content: LineContent
    position: int | None = None  # the id of the position that it becomes; None: a new one

    @property
    def spec(self) -> LineSpec:
        return self.content.spec

    def to_json(self) -> dict:
        by_hand = self.content.hand_price
        return {
            "position": self.position,
            "spec": self.content.spec.to_json(),
            "overridden": self.content.overridden,
            "hand_price": None if by_hand is None else str(by_hand),
            "photos": [photo.pk for photo in self.content.photos],
        }

    @classmethod
    def from_json(cls, data):
        by_hand = data["hand_price"]
        content = LineContent(
            LineSpec.from_json(data["spec"]),
            data["overridden"],
            None if by_hand is None else Decimal(by_hand),
            _photos(data.get("photos")),
        )
        return cls(content, data["position"])


def _photos(pks) -> tuple[Attachment, ...]:
    return tuple(Attachment.objects.filter(pk__in=pks).order_by("pk")) if pks else ()


@dataclass(frozen=True)
class Amended:
    """`lines` are all positions that may still change; those that have left the workshop are not
    among them and stay. A position that no line names is taken out of the order."""

    lines: tuple[AmendedLine, ...]
    discount_percent: Decimal = Decimal(0)
    comment: str = ""
    address: str = ""
    wished_on: date | None = None  # another date than the computed one

    def to_json(self) -> dict:
        return {
            "lines": [line.to_json() for line in self.lines],
            "discount_percent": f"{self.discount_percent:.1f}",
            "comment": self.comment,
            "address": self.address,
            "wished_on": self.wished_on and self.wished_on.isoformat(),
        }

    @classmethod
    def from_json(cls, data):
        wished_on = data.get("wished_on")
        return cls(
            lines=tuple(AmendedLine.from_json(line) for line in data["lines"]),
            discount_percent=Decimal(data["discount_percent"]),
            comment=data["comment"],
            address=data["address"],
            wished_on=wished_on and date.fromisoformat(wished_on),
        )


def amended_from(order) -> Amended:
    """The order as it stands: what an amendment begins with."""
    lines = [
        AmendedLine(LineContent(each.line_spec, each.overridden, each.hand_price), each.pk)
        for each in order.positions.all()
        if each.may_change
    ]
    return Amended(tuple(lines), order.discount_percent, order.comment, order.address)
