"""What a browser would post from the order screen."""

from uuid import uuid4

HTMX = {"HX-Request": "true"}


def typed(*lines, **fields):
    """A stranger with one mirror, a facet and no prepayment; `fields` say what is different."""
    data = {
        "token": str(uuid4()),
        "draft": "orders.new",
        "phone": "8 (916) 123-45-67",
        "name": "Мария Светлова",
        "method": "cash",
        **fields,
    }
    for index, line in enumerate(lines or [mirror()]):
        data |= {f"line-{index}-{name}": value for name, value in line.items()}
        data.setdefault("line", []).append(str(index))
    return data


def mirror(**fields):
    usual = {"item": "Зеркало серебро 4 мм", "width_mm": "600", "height_mm": "800"}
    return {**usual, "quantity": "1", "facet_mm": "15", "shape": "rectangle", **fields}
