"""What the papers of one visit share, and which of them there are (402-ФЗ art. 9)."""

from django.utils.timezone import localdate

from catalog.vocabulary import Kind
from clients.models import Client
from orders.documents import parties, positions, signature, sums

ACT, NOTE = "act", "delivery_note"


def kinds_of(visit) -> list[str]:
    """A private person signs one act for all. An organisation books things and work apart: goods
    and made pieces come with a delivery note, services with an act."""
    if visit.order.client.kind != Client.Kind.ORGANISATION:
        return [ACT]
    services = {each.kind == Kind.SERVICE for each in visit.positions.all()}
    return [kind for kind, is_service in ((NOTE, False), (ACT, True)) if is_service in services]


def rows_of(visit, kind) -> list:
    rows = list(visit.positions.all())
    if len(kinds_of(visit)) == 1:
        return rows
    return [each for each in rows if (each.kind == Kind.SERVICE) == (kind == ACT)]


def content(visit, kind) -> dict:
    order, on = visit.order, localdate(visit.at)
    rows = rows_of(visit, kind)
    return {
        "number": number(visit),
        "order_number": order.number,
        "ordered_on": sums.day(localdate(order.accepted_at)),
        "promised_on": sums.day(order.promised_on),
        "date": sums.day(on),
        "at_client": visit.place == visit.Place.CLIENT,
        "address": order.address,
        "firm": parties.firm(),
        "office": parties.office(order),
        "client": parties.client(order),
        "is_organisation": order.client.kind == Client.Kind.ORGANISATION,
        "payer": parties.payer(order.client),
        "by": parties.employee(visit.by),
        "positions": _numbered(rows, anew=len(kinds_of(visit)) > 1),
        "left": [_staying(each) for each in order.positions.left_after(visit)],
        "note": visit.note,
        "signature": signature.of(visit),
        **sums.of_pieces(rows, on),
        **sums.paid(order, until=on),
    }


def _numbered(rows, *, anew) -> list[dict]:
    """By the order's own numbers; on a paper that has only some of the rows, one after another."""
    found = [positions.plain(position) for position in rows]
    return [each | {"ordinal": place} for place, each in enumerate(found, 1)] if anew else found


def _staying(position) -> dict:
    return {name: getattr(position, name) for name in ("ordinal", "title", "quantity")}


def number(visit) -> str:
    """Of the first visit «2026-000123-1»: an order may be handed over in parts."""
    earlier = visit.order.hand_overs.filter(pk__lte=visit.pk).count()
    return f"{visit.order.number}-{earlier}"
