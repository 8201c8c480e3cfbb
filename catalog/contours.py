"""Lines inside and beside a contour, for the drawing."""

import math

from .geometry import Segment

Line = tuple[float, float, float, float]


def hatch(contour: list[Segment], angle: float, gap: float) -> list[Line]:
    """Parallel lines across the piece, each from where it enters to where it leaves."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    turned = [
        (
            (each.x1 * cos + each.y1 * sin, each.y1 * cos - each.x1 * sin),
            (each.x2 * cos + each.y2 * sin, each.y2 * cos - each.x2 * sin),
        )
        for each in contour
    ]
    levels = [v for (_, v), _ in turned]
    lines, level = [], min(levels) + gap / 2
    while level < max(levels):
        crossings = sorted(
            _across(start, end, level) for start, end in turned if _spans(start, end, level)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            lines.append(
                (
                    left * cos - level * sin,
                    left * sin + level * cos,
                    right * cos - level * sin,
                    right * sin + level * cos,
                )
            )
        level += gap
    return lines


def _spans(start, end, level):
    return (start[1] > level) != (end[1] > level)


def _across(start, end, level):
    return start[0] + (end[0] - start[0]) * (level - start[1]) / (end[1] - start[1])


def inset(contour: list[Segment], widths: dict[str, float]) -> list[Line]:
    """The inner line of a facet, and its mitre at every true corner."""
    shifted = [_inward(each, widths.get(each.side, 0)) for each in contour]
    inner = [_meet(shifted[i - 1], line) for i, line in enumerate(shifted)]
    lines = []
    for i, each in enumerate(contour):
        if not widths.get(each.side):
            continue
        lines.append((*inner[i], *inner[(i + 1) % len(inner)]))
        if each.corner:
            lines.append((each.x1, each.y1, *inner[i]))
    return lines


def _inward(segment: Segment, distance: float) -> Line:
    """Inside lies to the right of a contour that goes clockwise."""
    dx, dy = segment.x2 - segment.x1, segment.y2 - segment.y1
    length = math.hypot(dx, dy) or 1
    x, y = dy / length * distance, -dx / length * distance
    return segment.x1 + x, segment.y1 + y, segment.x2 + x, segment.y2 + y


def _meet(one: Line, other: Line) -> tuple[float, float]:
    ax, ay, bx, by = one
    cx, cy, dx, dy = other
    cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if abs(cross) < 1e-6:
        return cx, cy
    along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
    return ax + along * (bx - ax), ay + along * (by - ay)


def middle_of(contour: list[Segment], side: str, distance: float):
    """The point outside the middle of a side; nothing where the side has no length."""
    own = [each for each in contour if each.side == side]
    lengths = [math.hypot(each.x2 - each.x1, each.y2 - each.y1) for each in own]
    if not sum(lengths):
        return None
    left = sum(lengths) / 2
    for each, length in zip(own, lengths, strict=True):
        if left <= length:
            share = left / length
            x = each.x1 + (each.x2 - each.x1) * share
            y = each.y1 + (each.y2 - each.y1) * share
            outside = _inward(each, -distance)
            return x + outside[0] - each.x1, y + outside[1] - each.y1
        left -= length
    return None
