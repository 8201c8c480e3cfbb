"""The answer of the calculation: a price that explains itself."""

from dataclasses import asdict, dataclass
from decimal import Decimal

from core.money import included_vat

HAND_PRICE = "hand_price"


@dataclass(frozen=True)
class Row:
    """One row of the explanation, for one piece; `catalog.wording` puts it into words."""

    about: str
    amount: Decimal
    name: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    rate: Decimal | None = None
    factor: Decimal | None = None
    width_mm: int | None = None
    curved: bool = False

    def to_json(self) -> dict:
        return {
            key: str(value) if isinstance(value, Decimal) else value
            for key, value in asdict(self).items()
            if value is not None and value is not False and value != ""
        }

    @classmethod
    def from_json(cls, data: dict) -> "Row":
        numbers = ("amount", "quantity", "rate", "factor")
        return cls(**{k: Decimal(v) if k in numbers else v for k, v in data.items()})


@dataclass(frozen=True)
class Quote:
    rows: tuple[Row, ...]
    unit_price: Decimal
    quantity: int
    weight_kg: Decimal
    vat_percent: Decimal | None

    @property
    def total(self) -> Decimal:
        return self.unit_price * self.quantity

    @property
    def calculated_price(self) -> Decimal:
        """Of a piece, as calculated, also where a person has set another price."""
        last = self.rows[-1]
        return last.rate if last.about == HAND_PRICE else self.unit_price

    @property
    def vat_amount(self) -> Decimal:
        """The VAT contained in the total; zero where the firm works without VAT."""
        return included_vat(self.total, self.vat_percent or 0)


def total_of(rows) -> Decimal:
    return sum((row.amount for row in rows), Decimal(0))
