"""Sketches and photographs of positions, when the positions are written anew."""

from core.models import Attachment


def carry_files(before, after):
    """A file stays with its line: the one made the same way, else the one in the same place;
    where its line is gone, with the order."""
    files = list(Attachment.objects.of_any(type(before[0]), [each.pk for each in before]))
    if not files:
        return
    new_homes = _homes(before, after)
    for file in files:
        home = new_homes.get(file.owner_id) or before[0].order
        file.owner_type, file.owner_id = home._meta.label_lower, home.pk
    Attachment.objects.bulk_update(files, ["owner_type", "owner_id"])


def _homes(before, after) -> dict:
    """By the id of the former position, the one that stands for it now."""
    left, homes = {each.ordinal: each for each in after}, {}
    for position in before:
        same = [each for each in left.values() if each.spec == position.spec]
        nearest = min(same, key=lambda each: abs(each.ordinal - position.ordinal), default=None)
        if nearest:
            homes[position.pk] = left.pop(nearest.ordinal)
    for position in before:
        if position.pk not in homes and position.ordinal in left:
            homes[position.pk] = left.pop(position.ordinal)
    return homes


def leave_files(position):
    """The position is taken out of its order, which keeps what was attached to it."""
    order = position.order
    files = Attachment.objects.of(position)
    files.update(owner_type=order._meta.label_lower, owner_id=order.pk)
