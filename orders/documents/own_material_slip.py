"""The slip for the client's own material, left with the firm for the work (ГК РФ art. 714, 734)."""

from django.utils.timezone import localdate

from catalog import tariffs
from catalog.naming import name_and_size
from orders.documents import parties, sums


def content(order) -> dict:
    return {
        "number": order.number,
        "date": sums.day(localdate(order.accepted_at)),
        "promised_on": sums.day(order.promised_on),
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "manager": parties.employee(order.manager),
        "materials": [_material(position) for position in order.positions.of_clients_material()],
    }


def _material(position) -> dict:
    spec = position.line_spec
    name, size = name_and_size(spec, tariffs.assortment())
    return {
        "ordinal": position.ordinal,
        "name": name,
        "size": size,
        "quantity": position.quantity,
        "condition": spec.own_material_note,
        "price": str(spec.own_material_price) if spec.own_material_price else "",
    }
