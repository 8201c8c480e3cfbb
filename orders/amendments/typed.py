"""What the screen of an amendment would post: the order as it is, or as it was to become."""

from uuid import uuid4

from django.http import QueryDict

from catalog.wording import number
from orders.amendments.amended import Amended
from orders.work_orders.typed import POSITION, posted, typed_line
from orders.work_orders.typed_line import PHOTO


def of(order, amended: Amended, *, reason="") -> QueryDict:
    """A kept position stands at the index of its number, so that its line is numbered like it."""
    ordinals = dict(order.positions.values_list("pk", "ordinal"))
    new = max(ordinals.values(), default=0)
    data = {
        "token": uuid4(),
        "order": order.pk,
        "version": order.version,
        "discount_percent": number(amended.discount_percent) if amended.discount_percent else "",
        "address": amended.address,
        "comment": amended.comment,
        "reason": reason,
        "wished_on": amended.wished_on.isoformat() if amended.wished_on else "",
    }
    indexes, photos = [], {}
    for line in amended.lines:
        new += line.position not in ordinals
        indexes.append(ordinals.get(line.position, new) - 1)
        kept = {POSITION: line.position} if line.position in ordinals else {}
        content = line.content
        data |= typed_line(
            indexes[-1], content.spec, content.overridden, content.hand_price, **kept
        )
        if content.photos:
            photos[f"line-{indexes[-1]}-{PHOTO}"] = [str(photo.pk) for photo in content.photos]
    return posted(data, line=[str(index) for index in indexes], **photos)
