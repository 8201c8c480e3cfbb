from decimal import ROUND_HALF_UP, Decimal

KOPECK = Decimal("0.01")
ZERO = Decimal("0.00")


def kopecks(amount) -> Decimal:
    """Round half up to whole kopecks, as accounting does (not half even)."""
    return Decimal(amount).quantize(KOPECK, rounding=ROUND_HALF_UP)


def share(amount, percent) -> Decimal:
    return kopecks(Decimal(amount) * Decimal(percent) / 100)


def included_vat(amount, percent) -> Decimal:
    """VAT inside an amount: sum · r / (100 + r) (НК РФ art. 164 p. 4), rounded to kopecks."""
    return kopecks(Decimal(amount) * Decimal(percent) / (100 + Decimal(percent)))


def amount(value) -> str:
    """12345.5 → «12 345,50» with non-breaking spaces."""
    whole, _, cents = f"{kopecks(value):,.2f}".partition(".")
    return f"{whole.replace(',', chr(0xA0))},{cents}"
