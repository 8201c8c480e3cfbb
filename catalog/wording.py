"""The rows of a price put into words, in the language of the one who reads."""

from decimal import Decimal
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from .pricing import HAND_PRICE, MissingPrice, Row
from .vocabulary import Unit

TITLES = {
    "own_material": gettext_lazy("Own material of the client"),
    "oversize": gettext_lazy("Supplement for a large size"),
    "urgency": gettext_lazy("Urgency"),
    "quantity_discount": gettext_lazy("Discount for the quantity"),
    "client_discount": gettext_lazy("Discount of the client"),
    "order_discount": gettext_lazy("Discount of the order"),
    "vat": gettext_lazy("VAT on top"),
    "rounding": gettext_lazy("Rounding"),
    "minimum": gettext_lazy("Up to the minimum price of a line"),
    "steady": gettext_lazy("So that more pieces do not cost less than fewer"),
}


def money(amount: Decimal) -> str:
    """Kopecks are shown only where there are any."""
    whole = amount == amount.to_integral_value()
    shown = number_format(abs(amount), decimal_pos=0 if whole else 2, force_grouping=True)
    sign = "−" if amount < 0 else ""
    return f"{sign}{shown}\N{NO-BREAK SPACE}₽"


def number(value: Decimal) -> str:
    """As many digits after the comma as needed: 0,48 and 2,8 and 3."""
    shown = f"{value:f}"
    digits = len(shown.partition(".")[2].rstrip("0")) if "." in shown else 0
    return number_format(value, decimal_pos=digits, force_grouping=True)


def title(row: Row) -> str:
    if row.about == HAND_PRICE:
        return _("Price set by hand instead of %(price)s") % {"price": money(row.rate)}
    name = row.name or str(TITLES.get(row.about, ""))
    if row.about in TITLES and row.name:
        name = f"{TITLES[row.about]}: {row.name}"
    name = named(name, row.width_mm)
    return _("%(name)s, curved") % {"name": name} if row.curved else name


def named(name: str, width_mm: int | None) -> str:
    return _("%(name)s %(width)s mm") % {"name": name, "width": width_mm} if width_mm else name


def arithmetic(row: Row) -> str:
    """«0,48 м² × 2 400 ₽», or what the amount was made by: «× 1,3», «5 %»."""
    if row.rate is not None and row.about != HAND_PRICE:
        shown = {
            "quantity": number(row.quantity),
            "unit": Unit(row.unit).label,
            "rate": money(row.rate),
        }
        product = _("%(quantity)s %(unit)s × %(rate)s") % shown
        if row.factor is None:
            return product
        return _("%(product)s × %(factor)s") % {"product": product, "factor": number(row.factor)}
    if row.factor is None:
        return ""
    if row.about == "urgency":
        return pgettext("multiplier", "× %(factor)s") % {"factor": number(row.factor)}
    return _("%(percent)s %%") % {"percent": number(row.factor)}


def sentence(row: Row) -> str:
    parts = {"title": title(row), "how": arithmetic(row), "amount": money(row.amount)}
    if parts["how"]:
        return _("%(title)s: %(how)s = %(amount)s") % parts
    return _("%(title)s: %(amount)s") % parts


class Explained(NamedTuple):
    title: str
    how: str
    amount: Decimal
    sentence: str


def explained(rows) -> list[Explained]:
    return [Explained(title(row), arithmetic(row), row.amount, sentence(row)) for row in rows]


def formula(rows) -> str:
    """The whole price of a piece in one line."""
    terms = []
    for row in rows:
        term = arithmetic(row) if row.unit else money(row.amount)
        parts = {"title": title(row), "term": term}
        terms.append(_("%(title)s %(term)s") % parts)
    return " + ".join(terms)


def missing_price(error: MissingPrice) -> str:
    parts = {"name": error.name}
    if error.thickness_mm:
        parts["name"] = _("%(name)s, glass %(thickness)s mm") % {
            "name": error.name,
            "thickness": error.thickness_mm,
        }
    if error.width_mm:
        parts["name"] = _("%(name)s, width %(width)s mm") % {**parts, "width": error.width_mm}
    if error.curved:
        parts["name"] = _("%(name)s, curved") % parts
    parts["date"] = error.on.strftime("%d.%m.%Y")
    return _("The price list has no price for «%(name)s» on %(date)s.") % parts
